using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Submission;

/// <summary>The application form as it was typed, with the names of its fields.</summary>
public sealed record ApplicationForm
{
    public const string FormIdField = "formulier";
    public const string TitleField = "titel";
    public const string PlanField = "plan";
    public const string NeighbourhoodField = "wijk";
    public const string ThemeField = "thema";
    public const string ParticipantsField = "deelnemers";
    public const string StartsOnField = "startdatum";
    public const string CostsField = "kosten";
    public const string AskedField = "bedrag";
    public const string NameField = "naam";
    public const string EmailField = "email";
    public const string PhoneField = "telefoon";
    public const string ConsentField = "akkoord";

    /// <summary>Number of cost lines that the form begins with.</summary>
    public const int FirstLines = 3;

    /// <summary>Largest number of cost lines.</summary>
    public const int MostLines = 20;

    /// <summary>Made when the form is shown: the same form sent twice is one application.</summary>
    public required string FormId { get; init; }

    public string Title { get; init; } = "";

    public string Plan { get; init; } = "";

    public string Neighbourhood { get; init; } = "";

    public string Theme { get; init; } = "";

    public string Participants { get; init; } = "";

    public DateParts StartsOn { get; init; } = DateParts.Empty;

    public IReadOnlyList<TypedCostLine> Costs { get; init; } = [];

    public string Asked { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Consent { get; init; }

    /// <summary>An empty form.</summary>
    public static ApplicationForm New(string formId) => new() { FormId = formId, Costs = Lines(FirstLines) };

    public static ApplicationForm From(IFormCollection form)
    {
        var (day, month, year) = DateParts.NamesOf(StartsOnField);
        return new ApplicationForm
        {
            FormId = form.Text(FormIdField),
            Title = form.Line(TitleField),
            Plan = form.Text(PlanField),
            Neighbourhood = form.Text(NeighbourhoodField),
            Theme = form.Text(ThemeField),
            Participants = form.Line(ParticipantsField),
            StartsOn = new DateParts(form.Line(day), form.Line(month), form.Line(year)),
            Costs = [.. Enumerable.Range(0, MostLines)
                .TakeWhile(line => form.ContainsKey(AmountField(line)))
                .Select(line => new TypedCostLine(form.Line(DescriptionField(line)), form.Line(AmountField(line))))],
            Asked = form.Line(AskedField),
            Name = form.Line(NameField),
            Email = form.Line(EmailField),
            Phone = form.Line(PhoneField),
            Consent = form.Text(ConsentField) == "true",
        };
    }

    public static string DescriptionField(int line) => $"{CostsField}[{line}].omschrijving";

    public static string AmountField(int line) => $"{CostsField}[{line}].bedrag";

    /// <summary>The same form with room for one more cost line, up to the largest number.</summary>
    public ApplicationForm WithOneMoreLine() =>
        Costs.Count < MostLines ? this with { Costs = [.. Costs, TypedCostLine.Empty] } : this;

    private static TypedCostLine[] Lines(int count) => [.. Enumerable.Repeat(TypedCostLine.Empty, count)];
}

/// <summary>A cost line as it was typed.</summary>
public sealed record TypedCostLine(string Description, string Amount)
{
    public static TypedCostLine Empty { get; } = new("", "");

    public bool IsEmpty => Description.Length + Amount.Length == 0;
}
