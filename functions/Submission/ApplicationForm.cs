using System.Diagnostics;
using System.Text.Json.Serialization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Submission;

/// <summary>The application form as it was typed, with the names of its fields.</summary>
public sealed record ApplicationForm
{
    public const string TitleField = "titel";
    public const string PlanField = "plan";
    public const string ThemeField = "thema";
    public const string NeighbourhoodField = "wijk";
    public const string StartsOnField = "startdatum";
    public const string EndsOnField = "einddatum";
    public const string CostsField = "kosten";
    public const string OwnMoneyField = "eigengeld";
    public const string OtherMoneyField = "andergeld";
    public const string AskedField = "bedrag";
    public const string KindField = "soort";
    public const string OrganisationField = "organisatie";
    public const string NameField = "naam";
    public const string StreetField = "straat";
    public const string PostCodeField = "postcode";
    public const string TownField = "plaats";
    public const string CountryField = "land";
    public const string OtherCountryField = "anderland";
    public const string EmailField = "email";
    public const string PhoneField = "telefoon";
    public const string ConsentField = "akkoord";

    /// <summary>Largest number of cost lines.</summary>
    public const int MostLines = 20;

    /// <summary>Id of the draft: the same form sent twice is one application.</summary>
    public required string FormId { get; init; }

    public string Title { get; init; } = "";

    public string Plan { get; init; } = "";

    public string Theme { get; init; } = "";

    public string Neighbourhood { get; init; } = "";

    public DateParts StartsOn { get; init; } = DateParts.Empty;

    public DateParts EndsOn { get; init; } = DateParts.Empty;

    public IReadOnlyList<TypedCostLine> Costs { get; init; } = [];

    public string OwnMoney { get; init; } = "";

    public string OtherMoney { get; init; } = "";

    public string Asked { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Name { get; init; } = "";

    public string Street { get; init; } = "";

    public string PostCode { get; init; } = "";

    public string Town { get; init; } = "";

    /// <summary>One of <see cref="Countries"/>, or empty when none was chosen.</summary>
    public string Country { get; init; } = Countries.Netherlands;

    /// <summary>The name of a country that is none of these.</summary>
    public string OtherCountry { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Consent { get; init; }

    /// <summary>What was typed at plain questions.</summary>
    [JsonExtensionData]
    public Answers Answers { get; init; } = [];

    /// <summary>An empty form, with one line for costs.</summary>
    public static ApplicationForm New(string formId) =>
        new() { FormId = formId, Costs = [TypedCostLine.Empty] };

    /// <summary>The form with what was typed on one of its pages; fields that are not on that page stay as they were.</summary>
    /// <param name="posted">What was typed.</param>
    /// <param name="questions">The plain questions that may be among it.</param>
    public ApplicationForm Fill(IFormCollection posted, IEnumerable<PlainQuestion> questions)
    {
        return this with
        {
            Title = Line(TitleField, Title),
            Plan = Text(PlanField, Plan),
            Theme = Line(ThemeField, Theme),
            Neighbourhood = Line(NeighbourhoodField, Neighbourhood),
            StartsOn = Date(StartsOnField, StartsOn),
            EndsOn = Date(EndsOnField, EndsOn),
            Costs = CostsIn(posted) is { Count: > 0 } costs ? costs : Costs,
            OwnMoney = Value(OwnMoneyField, OwnMoney),
            OtherMoney = Value(OtherMoneyField, OtherMoney),
            Asked = Value(AskedField, Asked),
            Kind = Line(KindField, Kind),
            Organisation = Line(OrganisationField, Organisation),
            Name = Line(NameField, Name),
            Street = Value(StreetField, Street),
            PostCode = Value(PostCodeField, PostCode),
            Town = Line(TownField, Town),
            Country = Countries.Read(Value(CountryField, Country)),
            OtherCountry = Line(OtherCountryField, OtherCountry),
            Email = Value(EmailField, Email),
            Phone = Value(PhoneField, Phone),
            Consent = posted.Text(ConsentField) == "true",
            Answers = questions.Where(question => posted.ContainsKey(question.Field)).Aggregate(Answers, (answers, question) => answers.With(
                question, TypedAt(question))),
        };

        string Line(string field, string typed) => posted.ContainsKey(field) ? posted.Line(field) : typed;

        string Text(string field, string typed) => posted.ContainsKey(field) ? posted.Text(field) : typed;

        string Value(string field, string typed) => posted.ContainsKey(field) ? posted.Value(field) : typed;

        DateParts Date(string field, DateParts typed) => posted.ContainsKey(DateParts.NamesOf(field).Day) ? DateParts.From(posted, field) : typed;

        string TypedAt(PlainQuestion question) => question.Kind switch
        {
            AnswerKind.Text => posted.Text(question.Field),
            AnswerKind.Line => posted.Line(question.Field),
            AnswerKind.Number or AnswerKind.Choice => posted.Value(question.Field),
            _ => throw new UnreachableException(),
        };
    }

    public static string DescriptionField(int line) => $"{CostsField}[{line}].omschrijving";

    public static string AmountField(int line) => $"{CostsField}[{line}].bedrag";

    /// <summary>The same form with room for one more cost line, up to the largest number.</summary>
    public ApplicationForm WithOneMoreLine() =>
        Costs.Count < MostLines ? this with { Costs = [.. Costs, TypedCostLine.Empty] } : this;

    private static List<TypedCostLine> CostsIn(IFormCollection posted) => [.. Enumerable.Range(0, MostLines)
        .TakeWhile(line => posted.ContainsKey(AmountField(line)))
        .Select(line => new TypedCostLine(posted.Line(DescriptionField(line)), posted.Value(AmountField(line))))];
}

/// <summary>A cost line as it was typed.</summary>
public sealed record TypedCostLine(string Description, string Amount)
{
    public static TypedCostLine Empty { get; } = new("", "");

    public bool IsEmpty => Description.Length + Amount.Length == 0;
}
