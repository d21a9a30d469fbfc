using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>The page on which the applicant chooses which mails to get.</summary>
[TwoLanguages]
public sealed class MailPages(PersonalLinks links, InitiativeTable initiatives, TimeProvider clock)
{
    /// <summary>Name of the field.</summary>
    public const string ChoiceField = "mails";

    private const string Route = StatusAddress.Route + "/" + StatusAddress.Mails;

    [Function(nameof(ShowMailsWanted))]
    public Task<IResult> ShowMailsWanted(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            (_, initiative) => Task.FromResult(
                Page.Show<MailsWantedPage>(new { Initiative = initiative, StatusAddress = StatusAddress.Of(token) })),
            cancellation);

    [Function(nameof(ChooseMails))]
    public Task<IResult> ChooseMails(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (link, initiative) =>
            {
                // Anything else than the choice for less is the choice for all: nobody misses a mail by mistake.
                var typed = (await request.ReadFormAsync(cancellation)).Text(ChoiceField);
                var wanted = typed == nameof(MailsWanted.Needed) ? MailsWanted.Needed : MailsWanted.All;
                await SaveAsync(link, initiative, wanted, cancellation);
                return Page.SeeOther(StatusAddress.Of(token));
            },
            cancellation);

    private async Task SaveAsync(Link link, Initiative initiative, MailsWanted wanted, CancellationToken cancellation)
    {
        if (initiative.Mails == wanted)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var chosen = new InitiativeEvent(
            string.Create(CultureInfo.InvariantCulture, $"mails-{wanted}-{now.UtcTicks}"),
            InitiativeEventKind.MailPreferenceChanged,
            now,
            link.Person,
            wanted.ToString());
        await initiatives.ChangeAsync(link.InitiativeId, chosen, current => current with { Mails = wanted }, cancellation);
    }
}
