using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council;

/// <summary>The mails in which the council plays a part.</summary>
public static class CouncilMails
{
    public static MailMessage Notification(Initiative initiative, Policy policy, Uri link) => new(
        $"Meekijken: {initiative.Title} ({initiative.Asked.ToDutch()})",
        new MailBlock.Paragraph(
            "De professional wil dit initiatief van een inwoner toekennen. U kijkt mee. Bent u het ermee eens, dan hoeft u niets te doen."),
        FactsOf(initiative, policy),
        new MailBlock.Heading("Waarom toekennen?"),
        new MailBlock.Quote(initiative.VerdictOf(initiative.Round)!.Words),
        new MailBlock.Button("Bekijk het initiatief", link),
        new MailBlock.Paragraph(
            $"Wilt u het in de raad bespreken? Dat kan tot en met {initiative.WaitsUntil!.Value.ToDutchDeadline()}, op de pagina hierboven. "
            + $"Vragen {policy.Council.CallInsNeeded} raadsleden dat, dan wordt er niets toegekend totdat de raad heeft beslist."));

    public static MailMessage Agenda(Initiative initiative, Policy policy, Uri link) => new(
        $"Agenderen: {initiative.Title} ({initiative.Id})",
        new MailBlock.Paragraph(initiative.CalledInBy.Count > 0
            ? "Genoeg raadsleden willen dit initiatief in de raad bespreken. Zet het op de agenda. Het geld is gereserveerd, er wordt nog niets toegekend."
            : "Over dit bedrag beslist de raad zelf. Zet het initiatief op de agenda. Het geld is gereserveerd, er wordt nog niets toegekend."),
        FactsOf(initiative, policy),
        CallersOf(initiative, policy),
        new MailBlock.Paragraph("Leg na de vergadering het besluit van de raad vast:"),
        new MailBlock.Button("Leg het raadsbesluit vast", link));

    public static MailMessage AgendaReminder(Initiative initiative, Policy policy, Uri link) => new(
        $"Herinnering: raadsbesluit over {initiative.Title} ({initiative.Id})",
        new MailBlock.Paragraph("Het besluit van de raad over dit initiatief is nog niet vastgelegd. De aanvrager wacht."),
        FactsOf(initiative, policy),
        new MailBlock.Button("Leg het raadsbesluit vast", link));

    public static MailMessage ToApplicant(Initiative initiative, Uri link) => new(
        $"De gemeenteraad bespreekt uw initiatief {initiative.Id}",
        new MailBlock.Paragraph(
            $"De gemeenteraad wil zelf beslissen over uw initiatief \"{initiative.Title}\". U hoeft niets te doen. "
            + "U krijgt bericht als de raad heeft beslist."),
        new MailBlock.Button("Bekijk hoe het ervoor staat", link));

    private static MailBlock.Facts FactsOf(Initiative initiative, Policy policy)
    {
        var verdict = initiative.VerdictOf(initiative.Round)!;
        return new MailBlock.Facts(
            new Fact("Initiatief", initiative.Title),
            new Fact("Bedrag", (verdict.Amount ?? initiative.Asked).ToDutch()),
            new Fact("Waar", policy.Neighbourhood(initiative.NeighbourhoodId).Name),
            new Fact("Thema", policy.Theme(initiative.ThemeId).Name),
            new Fact("Wettelijk uiterlijk beslissen op", initiative.Clock!.DecideBy(policy.WorkingDays).ToDutchWithWeekday()));
    }

    private static MailBlock.Paragraph CallersOf(Initiative initiative, Policy policy) => new(
        initiative.CalledInBy.Count == 0
            ? "Volgens het beleid beslist de raad altijd zelf over zo'n bedrag."
            : $"Gevraagd door: {string.Join(", ", NamesOf(initiative, policy))}.");

    private static IEnumerable<string> NamesOf(Initiative initiative, Policy policy) =>
        policy.Council.Members.Where(member => initiative.CalledInBy.Contains(member.Id)).Select(member => member.Name);
}
