using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Testing;

/// <summary>What a resident fills in.</summary>
public sealed record Proposal
{
    /// <summary>The button that sends the form.</summary>
    public const string SendButton = "Verstuur uw aanvraag";

    public string Title { get; init; } = "Samen eten in De Thij";

    public string Plan { get; init; } = "Elke maand koken wij met buren voor buren die weinig mensen zien. Zo leren zij elkaar kennen.";

    public string Neighbourhood { get; init; } = "de-thij";

    public string Theme { get; init; } = "meedoen-en-ontmoeten";

    public string ForWhom { get; init; } = "Voor buren die weinig mensen zien. Zij kennen straks hun buren.";

    public string Partners { get; init; } = "Met het buurthuis: zij geven de keuken.";

    public string Participants { get; init; } = "40";

    /// <summary>In euros, as typed.</summary>
    public string Asked { get; init; } = "1.200";

    public string Name { get; init; } = "Truus Wolters";

    public string Email { get; init; } = "truus@bewoner.example";

    /// <summary>Postcode and place of the applicant.</summary>
    public (string Postcode, string Place) LivesAt { get; init; } = ("7571 AB", "Oldenzaal");

    public DateOnly StartsOn { get; init; } = new(2027, 3, 15);

    /// <summary>What is filled in at a municipality's own questions.</summary>
    public IReadOnlyList<(string Field, string Value)> OwnAnswers { get; init; } = [];

    /// <summary>The form fields, by name.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields => [.. Named, .. Others];

    // What a reviewer would ask for otherwise; "1" is an answer of any kind but a choice.
    private IEnumerable<(string Field, string Value)> Others => PlainQuestions.Declared
        .Where(question => question.Open is not null && Named.All(named => named.Field != question.Field))
        .Select(question => (question.Field, question.Kind == AnswerKind.Choice ? question.Options[0].Id : "1"));

    private IReadOnlyList<(string Field, string Value)> Named =>
    [
        ("titel", Title),
        ("plan", Plan),
        ("voorwie", ForWhom),
        ("wijk", Neighbourhood),
        ("thema", Theme),
        ("deelnemers", Participants),
        ("partners", Partners),
        ("startdatum.day", $"{StartsOn.Day}"),
        ("startdatum.month", $"{StartsOn.Month}"),
        ("startdatum.year", $"{StartsOn.Year}"),
        ("kosten[0].omschrijving", "Alles wat nodig is"),
        ("kosten[0].bedrag", Asked),
        ("bedrag", Asked),
        ("soort", "bewoner"),
        ("naam", Name),
        ("straat", "Deurningerstraat 1"),
        ("postcode", LivesAt.Postcode),
        ("plaats", LivesAt.Place),
        ("email", Email),
        ("akkoord", "true"),
        .. OwnAnswers,
    ];

    /// <summary>The form fields that are on a page.</summary>
    public IReadOnlyList<(string Field, string Value)> FieldsOn(PageSeen page) => [.. Fields.Where(field => page.Has(field.Field))];

    /// <summary>Goes through the pages of the form, up to the one on which it is sent or one on which something is wrong.</summary>
    /// <param name="page">The first page.</param>
    /// <param name="press">Presses a button with these fields filled in.</param>
    public async Task<PageSeen> ReachCheckAsync(
        PageSeen page, Func<PageSeen, string, IReadOnlyList<(string Field, string Value)>, Task<PageSeen>> press)
    {
        while (!page.Buttons.Contains(SendButton) && page.Errors.Count == 0)
        {
            page = await press(page, "Verder", FieldsOn(page));
        }

        return page;
    }
}
