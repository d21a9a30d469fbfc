using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Initiatiefloket.DevHost;

/// <summary>The mailbox's two pages.</summary>
internal static class DevMailPages
{
    private const string Style =
        """
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere }
        ol { list-style: none; padding: 0 } li { border-top: 1px solid #ccc; padding: .5rem 0 }
        small, dt { color: #555 } dd { margin: 0 0 .5rem } iframe { border: 1px solid #ccc; height: 70vh; width: 100% }
        pre { border: 1px solid #ccc; padding: 1rem; white-space: pre-wrap } button { font: inherit }
        """;

    public static string List(IReadOnlyList<ReceivedMail> mails) => Page(
        "Dev mailbox",
        $"""
        <form method="post" action="/dev/mail/delete-all"><button>Delete all ({mails.Count})</button></form>
        <ol>{string.Concat(mails.Select(Item))}</ol>
        """);

    public static string Mail(ReceivedMail mail) => Page(
        mail.Subject,
        $"""
        <p><a href="/dev/mail">All mails</a> · <a href="/dev/mail/{mail.Id}.json">JSON</a></p>
        <dl>
        {Rows("From", mail.From)}{Rows("Reply to", mail.ReplyTo)}{Rows("To", [.. mail.To])}{Rows("Cc", [.. mail.Cc])}{Rows("Bcc", [.. mail.Bcc])}
        {Rows("Received", mail.At.ToString("u"))}
        {string.Concat(mail.Headers.Select(header => Rows(header.Key, header.Value)))}
        {string.Concat(mail.CustomArgs.Select(argument => Rows($"Custom argument {argument.Key}", argument.Value)))}
        {Rows("Category", [.. mail.Categories])}
        </dl>
        {string.Concat(mail.Attachments.Select((file, number) => Attachment(mail.Id, file, number)))}
        <h2>HTML</h2>
        <iframe title="HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mail/{mail.Id}/html"></iframe>
        <h2>Text</h2>
        <pre>{Linked(mail.Text ?? "")}</pre>
        """);

    private static string Item(ReceivedMail mail) =>
        $"""<li><a href="/dev/mail/{mail.Id}">{Text(mail.Subject)}</a><br>{Text(string.Join(", ", mail.To))} <small>{mail.At:u}</small></li>""";

    private static string Attachment(string id, MailFile file, int number) =>
        $"""<p><a href="/dev/mail/{id}/attachments/{number}">{Text(file.Filename)}</a> ({Text(file.Type)})</p>""";

    private static string Rows(string name, params object?[] values) =>
        string.Concat(values.OfType<object>().Select(value => $"<dt>{Text(name)}</dt><dd>{Text(value.ToString()!)}</dd>"));

    /// <summary>The text with its addresses as links; what stands between them is encoded apart.</summary>
    private static string Linked(string text)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match link in ReceivedMail.LinkPattern().Matches(text))
        {
            var address = Text(link.Value);
            html.Append(Text(text[end..link.Index])).Append($"""<a href="{address}" target="_blank" rel="noopener">{address}</a>""");
            end = link.Index + link.Length;
        }

        return html.Append(Text(text[end..])).ToString();
    }

    private static string Page(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{Text(title)}</title><style>{Style}</style></head>
        <body><h1>{Text(title)}</h1>{body}</body></html>
        """;

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
