using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Links;

/// <summary>The page on which to type a code from a mail, for municipalities that forbid links in mail.</summary>
[TwoLanguages]
public sealed class CodePages(LinkTable links, RateLimits limits, Abuse abuse, IStringLocalizer<Texts> texts)
{
    public const string Route = "code";
    public const string CodeField = "code";

    [Function(nameof(ShowCodePage))]
    public IResult ShowCodePage([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) => Show("", new FormErrors());

    /// <summary>Sends whoever has a code on to its page, which acts only when a button there is pressed.</summary>
    [Function(nameof(EnterCode))]
    public async Task<IResult> EnterCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var typed = (await request.ReadFormAsync(cancellation)).Value(CodeField);
        if (MailCode.Read(typed) is not { } code)
        {
            return Show(typed, ErrorOf(typed.Length == 0
                ? texts["Vul de code in die in uw mail staat."]
                : texts["Vul de 12 letters en cijfers uit uw mail in, bijvoorbeeld K7M4-PQ2X-9RTB. De O, de I, de 0 en de 1 komen niet voor in een code."]));
        }

        if (await limits.WaitForCodeAsync(request.HttpContext, cancellation) is { } wait)
        {
            return Failure.TooMany(wait).ToResult();
        }

        if (await links.FindPathAsync(code, cancellation) is { } path)
        {
            return Page.SeeOther($"/{path}");
        }

        await limits.NoteWrongCodeAsync(request.HttpContext, cancellation);
        await abuse.RefusedCodeAsync("NobodyWasSentIt", cancellation);
        return Show(typed, ErrorOf(texts["Deze code kennen wij niet. Kijk in uw mail of alle letters en cijfers goed zijn, en vul de code opnieuw in."]));
    }

    private static FormErrors ErrorOf(string message)
    {
        var errors = new FormErrors();
        errors.Add(CodeField, message);
        return errors;
    }

    private static IResult Show(string typed, FormErrors errors) => Page.Show<CodePage>(
        new { Typed = typed, Errors = errors }, errors);
}

/// <summary>
/// What takes the place of a link where links in mail are forbidden: the page on which to type a code, and the code. Mails are
/// composed around an address, so that no mail has to know which of both it gets.
/// </summary>
/// <param name="page">Address of the page.</param>
/// <param name="code">The code (<see cref="MailCode"/>).</param>
public sealed class CodeAddress(Uri page, string code) : Uri(page.AbsoluteUri)
{
    /// <summary>The code as it stands in the mail.</summary>
    public string Code { get; } = MailCode.InGroups(code);

    /// <summary>The address to type, without what a browser adds itself. Mail programs make links of what starts with https.</summary>
    public string ToType => Authority + AbsolutePath;
}
