using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.MoreTime;

/// <summary>The mails about more time: to the applicant in their language, to the coordinator in Dutch.</summary>
public sealed class MoreTimeMails(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>What there is to tell of the last request.</summary>
    public MailMessage Compose(Initiative initiative, Uri link) => initiative.TimeRequest switch
    {
        { Answer: null, IsByApplicant: false } request => Ask(initiative, request, link),
        { Answer: null } request => Wanted(initiative, request, link),
        { Answer: TimeAnswer.Agreed, IsByApplicant: true } => Agreed(initiative, link),
        { Answer: TimeAnswer.Declined, IsByApplicant: true } => Declined(initiative, link),
        { Answer: TimeAnswer.Agreed } request => AgreedToCoordinator(initiative, request, link),
        { Answer: TimeAnswer.Declined } request => DeclinedToCoordinator(initiative, request, link),
        null or { Answer: TimeAnswer.TakenBack or TimeAnswer.Lapsed } or _ => throw new UnreachableException(),
    };

    private MailMessage Ask(Initiative initiative, TimeRequest request, Uri link) => new(
        texts["Mogen wij meer tijd nemen voor uw aanvraag {0}?", initiative.InSubject],
        new MailBlock.Paragraph(texts["Wij willen graag langer de tijd nemen om te beslissen over \"{0}\": tot en met {1}. Dat mag alleen als u het goed vindt.", initiative.Title, request.Until.InWordsWithWeekday()]),
        new MailBlock.Paragraph(texts["Dit is de reden:"]),
        new MailBlock.Quote(request.Why),
        new MailBlock.Paragraph(texts["Gaat u akkoord? Dan staat de tijd stil die wij hebben om te beslissen (Algemene wet bestuursrecht, artikel 4:15). Wilt u dat niet, of antwoordt u niet? Dan verandert er niets."]),
        new MailBlock.Button(texts["Geef antwoord"], link),
        new MailBlock.Paragraph(texts["U kunt antwoorden tot en met {0}.", request.LapsesAt.DeadlineInWords()]));

    private MailMessage Agreed(Initiative initiative, Uri link) => new(
        texts["U krijgt meer tijd voor uw aanvraag {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["U vroeg om meer tijd voor \"{0}\". Dat is goed: wij wachten tot en met {1}.", initiative.Title, initiative.TimeRequest!.Until.InWordsWithWeekday()]),
        new MailBlock.Paragraph(texts["Tot die dag staat de tijd stil die wij hebben om te beslissen (Algemene wet bestuursrecht, artikel 4:15). U hoort daarna van ons uiterlijk op {0}.", initiative.Clock!.DecideBy(policy.WorkingDays).InWordsWithWeekday()]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private MailMessage Declined(Initiative initiative, Uri link) => new(
        texts["Wij kunnen niet wachten met uw aanvraag {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["U vroeg om meer tijd voor \"{0}\". Dat kan helaas niet. Wij gaan verder met uw aanvraag. Heeft u vragen? Bel of mail ons gerust.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private static MailMessage Wanted(Initiative initiative, TimeRequest request, Uri link) => new(
        $"De aanvrager wil meer tijd: {initiative.InSubject}",
        new MailBlock.Paragraph($"De aanvrager van \"{initiative.Title}\" vraagt u om te wachten tot en met {request.Until.InWordsWithWeekday()}. Dit is de reden:"),
        new MailBlock.Quote(request.Why),
        new MailBlock.Paragraph("Vindt u dat goed, dan staat de beslistermijn stil tot en met die dag (Awb 4:15). Wie beslist, kan het ook goedvinden op de eigen pagina."),
        new MailBlock.Button("Open de zaak", link));

    private MailMessage AgreedToCoordinator(Initiative initiative, TimeRequest request, Uri link) => new(
        $"De aanvrager geeft u meer tijd: {initiative.InSubject}",
        new MailBlock.Paragraph($"De aanvrager van \"{initiative.Title}\" gaat ermee akkoord dat u tot en met {request.Until.InWordsWithWeekday()} de tijd neemt (Awb 4:15)."),
        new MailBlock.Facts(new Fact("Wettelijk uiterlijk beslissen op", initiative.Clock!.DecideBy(policy.WorkingDays).InWordsWithWeekday())),
        new MailBlock.Button("Open de zaak", link));

    private MailMessage DeclinedToCoordinator(Initiative initiative, TimeRequest request, Uri link) => new(
        $"De aanvrager geeft u geen extra tijd: {initiative.InSubject}",
        new MailBlock.Paragraph($"De aanvrager van \"{initiative.Title}\" wil niet dat u tot en met {request.Until.InWords()} de tijd neemt. De beslistermijn loopt door."),
        new MailBlock.Facts(new Fact("Wettelijk uiterlijk beslissen op", initiative.Clock!.DecideBy(policy.WorkingDays).InWordsWithWeekday())),
        new MailBlock.Button("Open de zaak", link));
}
