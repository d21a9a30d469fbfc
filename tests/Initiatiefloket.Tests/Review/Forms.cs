using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Review;

/// <summary>Review forms without mistakes, and what reading them comes to.</summary>
internal static class Forms
{
    public static VerdictRules Rules { get; } = new(Cases.Policy, Euro.Whole(4000), MayAsk: true, MaySuspend: true);

    /// <summary>A good score with a reason on each line of the rubric.</summary>
    public static IReadOnlyList<TypedScore> Scores { get; } = [.. Cases.Policy.Rubric.Select(line => new TypedScore(line.Id, "4", "Goed bedacht."))];

    public static VerdictForm Approval { get; } = new()
    {
        Choice = VerdictForm.Approve,
        Scores = Scores,
        Amount = "3.500",
        Reasons = "Goed plan.",
    };

    public static VerdictForm PutQuestion { get; } = Asking(new TypedQuestion("", "Waar is het?", "Dat staat er niet."));

    public static VerdictForm Refusal { get; } = new() { Choice = VerdictForm.Decline, RefusalCodes = ["costs"], Refusal = "De zaal is gratis." };

    public static VerdictForm Asking(TypedQuestion question) =>
        new() { Choice = VerdictForm.Ask, AskKind = VerdictForm.Complete, Questions = [question] };

    public static VerdictInput? Read(VerdictForm form, VerdictRules? rules = null) => form.Read(rules ?? Rules, []);

    /// <summary>Reading the form finds one mistake, in this field.</summary>
    public static void AssertWrong(VerdictForm form, string field, string message, VerdictRules? rules = null)
    {
        var errors = new FormErrors();

        Assert.Null(form.Read(rules ?? Rules, errors));
        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Equal(field, errors[0].Field);
    }
}
