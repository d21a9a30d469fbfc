using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Council;

/// <summary>The mails in which the council plays a part.</summary>
public static class CouncilMails
{
    public static MailMessage Notification(Initiative initiative, Policy policy, DateOnly today, Uri link) => new(
        $"Kijk mee: {initiative.Title}, {initiative.AmountAdvised.ToShortString()} (t/m {CouncilWords.InShort(initiative.WaitsUntil!.Value)}) ({initiative.Id})",
        new MailBlock.Paragraph(
            "De professional wil dit initiatief van een inwoner toekennen. U kijkt mee. Bent u het ermee eens, dan hoeft u niets te doen."),
        FactsOf(initiative, policy, today),
        new MailBlock.Heading("Waarom toekennen?"),
        new MailBlock.Quote(initiative.VerdictOf(initiative.Round)!.Words),
        new MailBlock.Button(CouncilWords.Look(initiative), link),
        new MailBlock.Paragraph(
            $"Wilt u het in de raad bespreken? Dat kan tot en met {initiative.WaitsUntil!.Value.DeadlineInWords()}, op die pagina. "
            + $"{CallInsInWords(policy.Council.CallInsNeeded)}, dan krijgt de aanvrager nog geen geld: de raad bespreekt het eerst en zegt of er bedenkingen zijn."))
    {
        Preheader = $"Meekijken kan tot en met {initiative.WaitsUntil!.Value.DeadlineInWords()}. Het gaat om {initiative.AmountAdvised}.",
    };

    public static MailMessage Agenda(Initiative initiative, Policy policy, DateOnly today, Uri link) => new(
        $"Agenderen: {initiative.InSubject}",
        [
            new MailBlock.Paragraph(initiative.CalledInBy.Count > 0
                ? "Genoeg raadsleden willen dit initiatief in de raad bespreken. Zet het op de agenda. Het geld is gereserveerd, er wordt nog niets toegekend."
                : "Over dit bedrag beslist de raad zelf. Zet het initiatief op de agenda. Het geld is gereserveerd, er wordt nog niets toegekend."),
            FactsOf(initiative, policy, today),
            .. CallersOf(initiative, policy),
            new MailBlock.Paragraph("Op de pagina hieronder staat een raadsvoorstel in Word. Geef dat aan de griffie."),
            new MailBlock.Paragraph(
                $"Leg na de vergadering vast wat de raad heeft besloten. De aanvrager wacht al die tijd. {NextInWords(policy)}"),
            new MailBlock.Button("Leg het raadsbesluit vast", link),
        ]);

    public static MailMessage AgendaReminder(Initiative initiative, Policy policy, DateOnly today, Uri link) =>
        Reminder(initiative, policy, today, "Legt niemand het vast, dan krijgt u deze mail opnieuw.", link);

    public static MailMessage LastAgendaReminder(Initiative initiative, Policy policy, DateOnly today, Uri link) =>
        Reminder(initiative, policy, today, $"Dit is de laatste herinnering. {EndInWords(policy)}", link);

    private static MailMessage Reminder(Initiative initiative, Policy policy, DateOnly today, string next, Uri link) => new(
        $"Herinnering: raadsbesluit over {initiative.InSubject}",
        new MailBlock.Paragraph($"Het besluit van de raad over dit initiatief is nog niet vastgelegd. De aanvrager wacht. {next}"),
        FactsOf(initiative, policy, today),
        new MailBlock.Button("Leg het raadsbesluit vast", link));

    private static string NextInWords(Policy policy) => policy.Limits.CoordinatorReminders > 1
        ? $"Is er niets vastgelegd, dan krijgt u na {policy.Terms.CouncilDecisionReminder} een herinnering."
        : EndInWords(policy);

    private static string EndInWords(Policy policy) =>
        $"Is er na {policy.Terms.CouncilDecisionReminder} nog niets vastgelegd? Dan stoppen de herinneringen. Het geld blijft gereserveerd, en u kunt de zaak daarna weer oppakken.";

    private static MailBlock.Facts FactsOf(Initiative initiative, Policy policy, DateOnly today) => new(
        new Fact("Initiatief", initiative.Title),
        new Fact("Bedrag", initiative.AmountAdvised.ToString()),
        new Fact("Waar", policy.NeighbourhoodName(initiative.NeighbourhoodId)),
        new Fact("Thema", policy.ThemeName(initiative.ThemeId)),
        new Fact("Wettelijk uiterlijk beslissen op", initiative.Clock!.DecideByInWords(today, policy.WorkingDays)));

    // In what was called in before reasons were asked for there is none.
    private static IEnumerable<MailBlock> CallersOf(Initiative initiative, Policy policy) => initiative.CalledInBy.Count == 0
        ? []
        : [new MailBlock.Facts([.. initiative.CalledInBy.Select(member => new Fact(
            $"Gevraagd door {CouncilWords.MemberIn(policy, member)}",
            initiative.CallInReasonOf(member) ?? "geen reden gegeven"))])];

    private static string CallInsInWords(int needed) => needed == 1 ? "Vraagt 1 raadslid dat" : $"Vragen {needed} raadsleden dat";
}

/// <summary>The mails that tell the applicant what the council does.</summary>
public sealed class CouncilNewsMails(IStringLocalizer<Texts> texts)
{
    /// <summary>The window is open.</summary>
    public MailMessage Window(Initiative initiative, Uri link) => new(
        texts["De gemeenteraad kijkt mee met uw initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["De professional wil \"{0}\" toekennen. Raadsleden kunnen tot en met {1} vragen om het eerst in de raad te bespreken. U hoeft niets te doen.", initiative.Title, initiative.WaitsUntil!.Value.DeadlineInWords()]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    /// <summary>The case is on the agenda.</summary>
    public MailMessage Agenda(Initiative initiative, Uri link) => new(
        texts["De gemeenteraad bespreekt uw initiatief {0}", initiative.InSubject],
        new MailBlock.Paragraph(
            texts["De gemeenteraad beslist over uw initiatief \"{0}\". U hoeft niets te doen. U krijgt bericht als de raad heeft beslist.", initiative.Title]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));
}
