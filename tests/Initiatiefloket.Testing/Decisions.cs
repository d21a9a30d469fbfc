namespace Initiatiefloket.Testing;

/// <summary>What professionals fill in on the review page.</summary>
public static class Decisions
{
    private const string Score = "score[";
    private const string Justification = "uitleg[";

    /// <summary>To grant: a good score with a reason on each line of the rubric of the page, and why.</summary>
    /// <param name="page">The review page.</param>
    /// <param name="amount">The amount; what the page says when left out.</param>
    public static IReadOnlyList<(string Field, string Value)> Approval(PageSeen page, string? amount = null) =>
    [
        .. page.FieldsLike(Justification).SelectMany(field => new[]
        {
            (field.Replace(Justification, Score, StringComparison.Ordinal), "4"),
            (field, "De buren doen mee."),
        }),
        ("toelichting", "Dit helpt de wijk vooruit."),
        .. amount is null ? Array.Empty<(string, string)>() : [("bedrag", amount)],
    ];

    /// <summary>To refuse.</summary>
    public static IReadOnlyList<(string Field, string Value)> Refusal { get; } =
        [("grond", "outside-social-domain"), ("redenen", "Dit past niet bij het beleid, artikel 3.")];

    /// <summary>To ask one thing, as a request to complete the application.</summary>
    /// <param name="text">The question.</param>
    public static IReadOnlyList<(string Field, string Value)> Question(string text) =>
        [("soort", "aanvullen"), ("vraag[0].tekst", text), ("vraag[0].waarom", "Dan kunnen wij beslissen.")];

    /// <summary>For a council member who wants to talk about it.</summary>
    public static (string Field, string Value) CallIn => ("reden", "Dit gaat de hele wijk aan.");
}
