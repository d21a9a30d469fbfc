using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Support;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>What follows when an application is received: it is confirmed in writing (Awb 4:3a).</summary>
public sealed class Receipts(
    InitiativeTable initiatives, SavedDrafts drafts, ShareTable shares, CasePost post, Policy policy, IStringLocalizer<Texts> texts)
{
    /// <summary>Lets neighbours find what was received, and ends the draft that it was. May be repeated.</summary>
    public async Task SettleAsync(string initiativeId, CancellationToken cancellation)
    {
        await shares.OpenAsync(initiativeId, cancellation);
        if ((await initiatives.GetApplicationAsync(initiativeId, cancellation)).FormId is { } form)
        {
            await drafts.CloseAsync(form, initiativeId, cancellation);
        }
    }

    /// <summary>Confirms receipt of an application. May be repeated.</summary>
    public async Task ConfirmAsync(string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        var mail = new CaseMail(initiativeId, "receipt", MailKind.Receipt, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, link => ComposeMail(initiative, link), cancellation);
    }

    private MailMessage ComposeMail(Initiative initiative, Uri link) => new(
        texts["Wij hebben uw aanvraag {0} ontvangen", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["Wij hebben uw aanvraag voor \"{0}\" ontvangen op {1} uur.", initiative.Title, initiative.ReceivedAt!.Value.InWords()]),
        new MailBlock.Facts(
            new Fact(texts["Nummer van uw aanvraag"], initiative.Id),
            new Fact(texts["Gevraagd bedrag"], initiative.Asked.ToString()),
            new Fact(texts["U hoort van ons uiterlijk"], initiative.Clock!.DecideByInWords(LocalTime.DayOf(initiative.ReceivedAt!.Value), policy.WorkingDays))),
        new MailBlock.Paragraph(texts["Een professional van de gemeente bekijkt uw plan. Heeft die een vraag, dan krijgt u een mail."]),
        new MailBlock.Paragraph(texts["Op uw eigen pagina ziet u steeds hoe het ervoor staat. Daar kunt u uw aanvraag ook intrekken."]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link),
        new MailBlock.Paragraph(texts["Bewaar deze mail: hij is persoonlijk. Geef hem niet aan anderen."]));
}
