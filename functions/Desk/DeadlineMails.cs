using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Desk;

/// <summary>The mails about legal dates that are near or have passed.</summary>
public static class DeadlineMails
{
    /// <summary>To a reviewer who still has to decide.</summary>
    public static MailMessage ToReviewer(ReviewMailCase review, Uri link)
    {
        var today = LocalTime.DayOf(review.Clock.GetUtcNow());
        var deadline = Deadline.Of(review.Initiative, review.Policy, today);
        return new MailMessage(
            SubjectOf(review.Initiative, deadline),
            [
                new MailBlock.Paragraph("U heeft nog niet beslist over dit initiatief. De wet zegt wanneer het besluit er moet zijn."),
                review.Facts,
                .. PenaltyOf(deadline, today),
                review.ChoicesFor(link),
                new MailBlock.Paragraph(deadline is { ExtendedTo: null } or { Source.ExtensionMovesTheEnd: false }
                    ? "Lukt het u niet? Zeg dat dan vandaag aan de coördinator."
                    : "Lukt het u niet? Zeg dat dan vandaag aan de coördinator. Die kan de termijn één keer verlengen, zolang zij loopt."),
                new MailBlock.Paragraph(deadline.IsTooLate
                    ? "Zolang er geen besluit is, krijgt de coördinator daar elke werkdag een mail over."
                    : $"Is er op {deadline.DecideBy.InWords()} geen besluit? Dan is de gemeente te laat. De aanvrager kan de gemeente dan in gebreke stellen (Awb 4:17). Dat kan de gemeente geld kosten."),
            ]);
    }

    /// <summary>To the coordinator: all cases that are too late or newly near their date, in one mail.</summary>
    /// <param name="items">The cases, in any order.</param>
    /// <param name="overview">To the list of all cases.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="policy">The policy.</param>
    public static MailMessage ToCoordinator(IReadOnlyList<DeadlineItem> items, Uri overview, DateOnly today, Policy policy)
    {
        var left = items.Where(item => item.Initiative.State == InitiativeState.LeftToDesk).OrderBy(item => item.Deadline.DaysLeft).ToList();
        var others = items.Except(left).ToList();
        var late = others.Where(item => item.Deadline.IsTooLate).OrderBy(item => item.Deadline.DaysLeft).ToList();
        var near = others.Where(item => !item.Deadline.IsTooLate).OrderBy(item => item.Deadline.DaysLeft).ToList();
        var counts = new[] { left.Count > 0 ? $"{left.Count} zonder besluit" : null, late.Count > 0 ? $"{late.Count} te laat" : null, near.Count > 0 ? $"{near.Count} bijna" : null };
        return new MailMessage(
            $"Beslistermijnen: {string.Join(", ", counts.OfType<string>())}",
            [
                new MailBlock.Paragraph("Over deze initiatieven moet de gemeente een besluit nemen. Per initiatief leest u wat u kunt doen."),
                .. BlocksOf("Niemand besliste: pak deze zaken weer op", left, today, policy),
                .. BlocksOf("Te laat", late, today, policy),
                .. BlocksOf("Bijna te laat", near, today, policy),
                new MailBlock.Button("Open alle zaken", overview),
            ]);
    }

    private static IEnumerable<MailBlock> BlocksOf(string heading, List<DeadlineItem> items, DateOnly today, Policy policy) =>
    [
        .. items.Count > 0 ? (MailBlock[])[new MailBlock.Heading(heading)] : [],
        .. items.SelectMany(item => (MailBlock[])
        [
            FactsOf(item, policy),
            new MailBlock.Paragraph(DeadlineWords.WhatNow(item.Deadline, today, policy)),
            new MailBlock.Button($"Open {item.Initiative.Id}", item.Link),
        ]),
    ];

    private static MailBlock.Facts FactsOf(DeadlineItem item, Policy policy) => new(
        new Fact("Initiatief", $"{item.Initiative.Title} ({item.Initiative.Id})"),
        new Fact("Gevraagd", item.Initiative.Asked.ToString()),
        new Fact("Wettelijk uiterlijk beslissen op", DeadlineWords.Date(item.Deadline)),
        new Fact("Wacht op", DeadlineWords.WaitsFor(item.Initiative, policy)));

    private static IEnumerable<MailBlock> PenaltyOf(Deadline deadline, DateOnly today) => deadline switch
    {
        { Penalty: { } penalty } => [new MailBlock.Paragraph(DeadlineWords.Owed(penalty, today))],
        { IsTooLate: true } => [new MailBlock.Paragraph("De aanvrager kan de gemeente in gebreke stellen (Awb 4:17). Dat kan de gemeente geld kosten.")],
        _ => [],
    };

    private static string SubjectOf(Initiative initiative, Deadline deadline) => deadline switch
    {
        { Penalty: not null } => $"TE LAAT, ingebrekestelling ontvangen: beslis over {initiative.InSubject}",
        { IsTooLate: true } => $"TE LAAT: beslis over {initiative.InSubject}",
        { DaysLeft: 0 } => $"Vandaag is de laatste dag: beslis over {initiative.InSubject}",
        _ => $"{TimeInWords.DaysLeft(deadline.DaysLeft).Replace("nog", "Nog", StringComparison.Ordinal)}: beslis over {initiative.InSubject}",
    };
}

/// <summary>What the coordinator's mail tells of one initiative.</summary>
/// <param name="Initiative">As it stands now.</param>
/// <param name="Deadline">How it stands against its legal date.</param>
/// <param name="Link">To its page at the desk.</param>
public sealed record DeadlineItem(Initiative Initiative, Deadline Deadline, Uri Link);
