using Initiatiefloket.Submission;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Submission;

/// <summary>Application forms as residents type them.</summary>
internal static class Forms
{
    public static ApplicationForm Complete { get; } = new()
    {
        FormId = "0195f2c0-a0a0-7000-8000-00000000000a",
        Title = "Samen eten in De Thij",
        Plan = "Elke maand koken wij met buren.",
        Neighbourhood = "de-thij",
        Theme = "meedoen-en-ontmoeten",
        Participants = "40",
        StartsOn = new DateParts("1", "9", "2026"),
        Costs = [new TypedCostLine("Eten", "1.000"), TypedCostLine.Empty, new TypedCostLine("Zaal", "250")],
        Asked = "€ 1.200",
        Name = "Truus Wolters",
        Email = "truus@bewoner.example",
        Consent = true,
    };

    /// <summary>The form with one field typed differently; a date as 1-9-2026, the form's id under the empty name.</summary>
    public static ApplicationForm With(this ApplicationForm form, string field, string typed) => field switch
    {
        "" => form with { FormId = typed },
        ApplicationForm.TitleField => form with { Title = typed },
        ApplicationForm.PlanField => form with { Plan = typed },
        ApplicationForm.NeighbourhoodField => form with { Neighbourhood = typed },
        ApplicationForm.ThemeField => form with { Theme = typed },
        ApplicationForm.ParticipantsField => form with { Participants = typed },
        ApplicationForm.StartsOnField => form with { StartsOn = DateOf(typed.Split('-')) },
        ApplicationForm.AskedField => form with { Asked = typed, Costs = CostsFor(form, typed) },
        ApplicationForm.NameField => form with { Name = typed },
        ApplicationForm.EmailField => form with { Email = typed },
        ApplicationForm.PhoneField => form with { Phone = typed },
        ApplicationForm.ConsentField => form with { Consent = typed == "true" },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The form has no such field."),
    };

    private static DateParts DateOf(string[] parts) => new(parts[0], parts[1], parts[2]);

    // Who asks for more than the policy allows has costs to match.
    private static IReadOnlyList<TypedCostLine> CostsFor(ApplicationForm form, string asked) =>
        asked.StartsWith("50.", StringComparison.Ordinal) ? [new TypedCostLine("Alles", "60000")] : form.Costs;
}
