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

    private LinkPage<MailsWanted> ThisPage => new(links, LinkPurpose.Status)
    {
        // Anything else than the choice for less is the choice for all: nobody misses a mail by mistake.
        Read = (_, posted) => posted.Text(ChoiceField) == nameof(MailsWanted.Needed) ? MailsWanted.Needed : MailsWanted.All,
        Show = (visit, _) => Task.FromResult(
            Page.Show<MailsWantedPage>(new { visit.Initiative, StatusAddress = StatusAddress.Of(visit.Token) })),
        Onward = visit => StatusAddress.Of(visit.Token),
    };

    [Function(nameof(ShowMailsWanted))]
    public Task<IResult> ShowMailsWanted(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, visit => Task.FromResult(visit.Initiative.Mails), cancellation);

    [Function(nameof(ChooseMails))]
    public Task<IResult> ChooseMails(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => SaveAsync(visit, cancellation), cancellation);

    private async Task SaveAsync(LinkVisit<MailsWanted> visit, CancellationToken cancellation)
    {
        var wanted = visit.Form;
        if (visit.Initiative.Mails == wanted)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var chosen = new InitiativeEvent(
            string.Create(CultureInfo.InvariantCulture, $"mails-{wanted}-{now.UtcTicks}"),
            InitiativeEventKind.MailPreferenceChanged,
            now,
            visit.Person,
            wanted.ToString());
        await initiatives.ChangeAsync(visit.Initiative.Id, chosen, current => current with { Mails = wanted }, cancellation);
    }
}
