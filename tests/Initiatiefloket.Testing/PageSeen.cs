using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Initiatiefloket.Testing;

/// <summary>A page as a visitor sees it.</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Document">The parsed page.</param>
public sealed record PageSeen(Uri Address, HttpStatusCode Status, IHtmlDocument Document)
{
    /// <summary>The response's headers.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The first heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>All words of the main part.</summary>
    public string Text => (Document.QuerySelector("main") ?? Document.DocumentElement).TextContent;

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".loket-error-summary li").Select(item => item.TextContent.Trim())];

    /// <summary>Whether there is a field of this name to fill in.</summary>
    public bool Has(string field) => Document.QuerySelectorAll("input, textarea, select").Any(input => input.GetAttribute("name") == field);

    /// <summary>Texts of the buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim())];

    /// <summary>Address of the link with this text.</summary>
    public string LinkTo(string text) =>
        Document.QuerySelectorAll<IHtmlAnchorElement>("a").First(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;

    /// <summary>Names of the text fields that begin so.</summary>
    public IReadOnlyList<string> FieldsLike(string start) =>
        [.. Document.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(field => field.Name!).Where(name => name.StartsWith(start, StringComparison.Ordinal))];

    /// <summary>Values of the boxes to tick under a name.</summary>
    public IReadOnlyList<string> ChoicesOf(string field) =>
        [.. Document.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.Name == field).Select(box => box.Value)];

    internal (string Action, IReadOnlyList<KeyValuePair<string, string>> Values) FillIn(
        string button, IReadOnlyList<(string Field, string Value)> fields)
    {
        var pressed = Document.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(found => found.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"{Address} has no button '{button}', only: {string.Join(", ", Buttons)}.");
        var form = pressed.Form!;
        var filled = fields.Select(field => field.Field).ToHashSet();
        var values = form.Elements.SelectMany(ValuesOf)
            .Where(value => !filled.Contains(value.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)))
            .ToList();
        if (pressed.Name is { Length: > 0 } name)
        {
            values.Add(KeyValuePair.Create(name, pressed.Value));
        }

        return (pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address.ToString(), values);
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [KeyValuePair.Create(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } text => [KeyValuePair.Create(name, text.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [KeyValuePair.Create(name, select.Value ?? "")],
        _ => [],
    };
}
