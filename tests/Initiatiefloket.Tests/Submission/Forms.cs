using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Submission;

/// <summary>Application forms as residents type them.</summary>
internal static class Forms
{
    public static ApplicationForm Complete { get; } = new()
    {
        FormId = "0195f2c0a0a07000800000000000000a",
        Title = "Samen eten in De Thij",
        Plan = "Elke maand koken wij met buren.",
        Neighbourhood = "de-thij",
        Theme = "meedoen-en-ontmoeten",
        StartsOn = new DateParts("1", "9", "2026"),
        Costs = [new TypedCostLine("Eten", "1.000"), TypedCostLine.Empty, new TypedCostLine("Zaal", "250")],
        Asked = "€ 1.200",
        Kind = ApplicantKinds.Person,
        Name = "Truus Wolters",
        Street = "Deurningerstraat 1",
        PostCode = "7571ab",
        Town = "Oldenzaal",
        Email = "truus@bewoner.example",
        Consent = true,
        Answers = PlainQuestions.Declared.Where(question => question.Open is not null)
            .Aggregate(new Answers(), (answers, question) => answers.With(question, AnswerTo(question))),
    };

    /// <summary>The form with one field typed differently; a date as 1-9-2026.</summary>
    public static ApplicationForm With(this ApplicationForm form, string field, string typed) => field switch
    {
        ApplicationForm.TitleField => form with { Title = typed },
        ApplicationForm.PlanField => form with { Plan = typed },
        ApplicationForm.NeighbourhoodField => form with { Neighbourhood = typed },
        ApplicationForm.ThemeField => form with { Theme = typed },
        ApplicationForm.StartsOnField => form with { StartsOn = DateOf(typed.Split('-')) },
        ApplicationForm.AskedField => form with { Asked = typed, Costs = CostsFor(form, typed) },
        ApplicationForm.NameField => form with { Name = typed },
        ApplicationForm.EndsOnField => form with { EndsOn = DateOf(typed.Split('-')) },
        ApplicationForm.OwnMoneyField => form with { OwnMoney = typed },
        ApplicationForm.OtherMoneyField => form with { OtherMoney = typed },
        ApplicationForm.KindField => form with { Kind = typed },
        ApplicationForm.OrganisationField => form with { Organisation = typed },
        ApplicationForm.StreetField => form with { Street = typed },
        ApplicationForm.PostCodeField => form with { PostCode = typed },
        ApplicationForm.TownField => form with { Town = typed },
        ApplicationForm.EmailField => form with { Email = typed },
        ApplicationForm.PhoneField => form with { Phone = typed },
        ApplicationForm.ConsentField => form with { Consent = typed == "true" },
        _ => form.With(PlainQuestions.Declared.Single(question => question.Field == field), typed),
    };

    public static ApplicationForm With(this ApplicationForm form, PlainQuestion question, string typed) =>
        form with { Answers = form.Answers.With(question, typed) };

    /// <summary>An answer that the question takes.</summary>
    public static string AnswerTo(PlainQuestion question) => question switch
    {
        { Kind: AnswerKind.Number } => "40",
        { Kind: AnswerKind.Choice } => question.Options[0].Id,
        _ when question == PlainQuestions.Partners => "Het buurthuis geeft de keuken.",
        _ => "Voor buren die weinig mensen zien.",
    };

    private static DateParts DateOf(string[] parts) => new(parts[0], parts[1], parts[2]);

    // Who asks for more than the policy allows has costs to match.
    private static IReadOnlyList<TypedCostLine> CostsFor(ApplicationForm form, string asked) =>
        asked.StartsWith("50.", StringComparison.Ordinal) ? [new TypedCostLine("Alles", "60000")] : form.Costs;
}
