namespace Initiatiefloket.Testing;

/// <summary>What professionals fill in on the review page.</summary>
public static class Decisions
{
    private const string Score = "score[";
    private const string Justification = "uitleg[";
    private const string Check = "vink";

    /// <summary>Name of the button that sends a decision that was read.</summary>
    public const string ReadField = "gelezen";

    /// <summary>To grant: what the page asks to tick, a good score with a reason on each line of its rubric, and why.</summary>
    /// <param name="page">The review page.</param>
    /// <param name="amount">The amount; what the page says when left out.</param>
    public static IReadOnlyList<(string Field, string Value)> Approval(PageSeen page, string? amount = null) =>
    [
        .. page.FieldsLike(Justification).SelectMany(field => new[]
        {
            (field.Replace(Justification, Score, StringComparison.Ordinal), "4"),
            (field, "De buren doen mee."),
        }),
        .. page.ChoicesOf(Check).Select(value => (Check, value)),
        ("toelichting", "Dit helpt de wijk vooruit."),
        .. amount is null ? Array.Empty<(string, string)>() : [("bedrag", amount)],
    ];

    /// <summary>To refuse.</summary>
    public static IReadOnlyList<(string Field, string Value)> Refusal { get; } =
        [("grond", "outside-social-domain"), ("redenen", "Dit past niet bij het beleid, artikel 3.")];

    /// <summary>To ask one thing, as a request to complete the application.</summary>
    /// <param name="text">The question.</param>
    public static IReadOnlyList<(string Field, string Value)> Question(string text) =>
        [("soort", "aanvullen"), ("vraag[0].tekst", text), ("waarom", "Dan kunnen wij beslissen.")];

    /// <summary>For a council member who wants to talk about it.</summary>
    public static (string Field, string Value) CallIn => ("reden", "Dit gaat de hele wijk aan.");

    extension(Visitor person)
    {
        /// <summary>Presses a button that decides, and sends the decision once its letter is shown.</summary>
        /// <param name="page">The review page.</param>
        /// <param name="button">What the button says.</param>
        /// <param name="fields">What is filled in.</param>
        public async Task<PageSeen> DecideAsync(PageSeen page, string button, params IReadOnlyList<(string Field, string Value)> fields) =>
            await person.SendReadAsync(await person.PressAsync(page, button, fields));

        /// <summary>Sends the decision whose letter a page shows; another page stays as it is.</summary>
        public async Task<PageSeen> SendReadAsync(PageSeen page) =>
            page.Document.QuerySelector($"button[name={ReadField}]") is { } button
                ? await person.PressAsync(page, button.TextContent.Trim(), page.Has("akkoord") ? [("akkoord", "true")] : [])
                : page;
    }
}
