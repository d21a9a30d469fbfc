using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Support;

/// <summary>The mail with which a neighbour confirms support.</summary>
public sealed class SupportPost(Post post, LinkMaker links, Policy policy, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>When support that is asked for now is forgotten, unless it is confirmed.</summary>
    public DateTimeOffset ConfirmBefore => policy.Terms.ConfirmEmail.EndsAt(clock.GetUtcNow(), policy.WorkingDays);

    /// <summary>Mails the link, at most once in a quarter of an hour.</summary>
    public Task<Posted> AskToConfirmAsync(Initiative initiative, string key, string email, CancellationToken cancellation)
    {
        // Not the name that was typed: in a mail from the town hall it could say anything to anybody.
        var to = new Recipient(texts["buur"], email, Language.Code);
        var mail = new MailKey(initiative.Id, $"support-{key[..16]}-{MailKey.QuarterOf(clock.GetUtcNow())}", MailKind.Support) { DespiteRefusal = true };
        return post.SendOnceAsync(mail, to, () => ComposeAsync(initiative, key, cancellation), cancellation);
    }

    private string Place(Initiative initiative) => policy.NeighbourhoodName(initiative.NeighbourhoodId);

    private async Task<MailMessage> ComposeAsync(Initiative initiative, string key, CancellationToken cancellation)
    {
        var link = await links.NewAsync(LinkPurpose.Support, initiative.Id, Actor.Supporter(key), 0, cancellation);
        return new MailMessage(
            initiative.IsReleased
                ? texts["Bevestig uw steun aan \"{0}\"", initiative.Title]
                : texts["Bevestig uw steun aan initiatief {0}", initiative.Id],
            new MailBlock.Paragraph(initiative.IsReleased
                ? texts["Iemand vulde met dit e-mailadres in dat u het initiatief \"{0}\" steunt. Uw steun telt pas mee als u hem bevestigt.", initiative.Title]
                : texts["Iemand vulde met dit e-mailadres in dat u {0} steunt, een initiatief in {1}. Uw steun telt pas mee als u hem bevestigt.", initiative.Id, Place(initiative)]),
            new MailBlock.Button(texts["Bekijk en bevestig uw steun"], link),
            new MailBlock.Paragraph(
                texts["Bevestig binnen {0}. Daarna kunt u op dezelfde pagina uw steun ook weer intrekken: bewaar deze mail.", policy.Terms.ConfirmEmail]),
            new MailBlock.Paragraph(texts["Was u dit niet? Dan hoeft u niets te doen. Wij verwijderen dan wat er is ingevuld."]));
    }
}
