using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Support;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission;

/// <summary>Confirms receipt.</summary>
public sealed class ReceiptActivities(InitiativeTable initiatives, ShareTable shares, CasePost post, Policy policy)
{
    [Function(nameof(ConfirmReceipt))]
    public async Task ConfirmReceipt([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await shares.OpenAsync(initiativeId, cancellation);
        var mail = new CaseMail(initiativeId, "receipt", Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, link => ComposeMail(initiative, link), cancellation);
    }

    private MailMessage ComposeMail(Initiative initiative, Uri link) => new(
        $"Wij hebben uw aanvraag {initiative.Id} ontvangen",
        new MailBlock.Paragraph(
            $"Wij hebben uw aanvraag voor \"{initiative.Title}\" ontvangen op {initiative.ReceivedAt!.Value.ToDutchMoment()} uur."),
        new MailBlock.Facts(
            new Fact("Nummer van uw aanvraag", initiative.Id),
            new Fact("Gevraagd bedrag", initiative.Asked.ToDutch()),
            new Fact("U hoort van ons uiterlijk", initiative.Clock!.DecideBy(policy.WorkingDays).ToDutchWithWeekday())),
        new MailBlock.Paragraph(
            "Een professional van de gemeente bekijkt uw plan. Heeft die een vraag, dan krijgt u een mail. "
            + "Op uw eigen pagina ziet u steeds hoe het ervoor staat. Daar kunt u uw aanvraag ook intrekken."),
        new MailBlock.Button("Bekijk hoe het ervoor staat", link),
        new MailBlock.Paragraph("Bewaar deze mail: de link is persoonlijk. Geef de link niet aan anderen."));
}
