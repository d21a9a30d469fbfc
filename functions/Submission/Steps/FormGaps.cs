using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Submission.Steps;

/// <summary>What is still open in a form that the reviewer will ask for.</summary>
public static class FormGaps
{
    public static IReadOnlyList<Gap> Of(ApplicationForm form) =>
        [.. Enum.GetValues<Gap>().Where(gap => IsOpen(gap, form))];

    /// <summary>The page where a gap can be filled.</summary>
    public static FormStep StepOf(Gap gap) => gap switch
    {
        Gap.Partners => FormSteps.Partners,
        Gap.Costs => FormSteps.Costs,
        Gap.ForWhom or Gap.Participants or Gap.StartsOn => FormSteps.WhereAndWhen,
        _ => throw new UnreachableException(),
    };

    private static bool IsOpen(Gap gap, ApplicationForm form) => gap switch
    {
        Gap.ForWhom => form.ForWhom.Length == 0,
        Gap.Participants => form.Participants.Length == 0,
        Gap.StartsOn => form.StartsOn.IsEmpty,
        Gap.Partners => form.Partners.Length == 0,
        Gap.Costs => form.Costs.All(line => line.IsEmpty),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Unknown gap."),
    };
}
