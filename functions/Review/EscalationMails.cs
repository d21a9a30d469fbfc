using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Review;

/// <summary>The mails of the last rungs of the ladder: to the coordinator, and to whoever is silent when the coordinator may not decide.</summary>
public static class EscalationMails
{
    /// <summary>To a coordinator who may decide.</summary>
    /// <param name="review">The case.</param>
    /// <param name="isLast">Whether the case ends without a decision when nobody acts on this one.</param>
    /// <param name="link">To decide.</param>
    public static MailMessage Decide(ReviewMailCase review, bool isLast, Uri link) => new(
        review.DaysLeft < 0
            ? review.SubjectOf("TE LAAT, beslis")
            : review.SubjectOf("Beslis zelf of spreek de collega aan"),
        new MailBlock.Paragraph(review.Initiative.Panel.Kind switch
        {
            RoundKind.Arbitration => "De professionals zijn het niet eens geworden. U beslist.",
            RoundKind.Review or RoundKind.Conversation when review.SilentNames is [] => "U heeft nog niet beslist over dit initiatief. De aanvrager wacht op u.",
            RoundKind.Review or RoundKind.Conversation => $"{WhoIsSilent(review)} U kunt zelf beslissen. Uw besluit geldt dan voor iedereen.",
            _ => throw new UnreachableException(),
        }),
        review.Facts,
        review.ChoicesFor(link),
        new MailBlock.Paragraph(WhatFollows(review, isLast)));

    /// <summary>To a coordinator who is involved, and so may not decide (Awb 2:4).</summary>
    /// <param name="review">The case.</param>
    /// <param name="isLast">Whether the case ends without a decision when nobody acts on this one.</param>
    /// <param name="link">To the page of the case at the desk.</param>
    public static MailMessage FindSomebody(ReviewMailCase review, bool isLast, Uri link) => new(
        review.SilentNames is []
            ? $"Zoek iemand die beslist: {review.Initiative.InSubject}"
            : $"Spreek de collega aan: {review.Initiative.InSubject}",
        new MailBlock.Paragraph(review.SilentNames is []
            ? "Er is nu geen professional die over dit initiatief kan beslissen. U bent betrokken bij dit initiatief. Beslis dus niet zelf."
            : $"{WhoIsSilent(review)} U bent betrokken bij dit initiatief. Beslis dus niet zelf."),
        new MailBlock.Facts(new Fact("Wettelijk uiterlijk beslissen op", review.DecideBy)),
        new MailBlock.Paragraph(review.SilentNames is []
            ? $"Draag de plaats over aan {review.Policy.Substitute.Name}, uw plaatsvervanger, of aan een professional zodra die kan beslissen."
            : "Spreek de collega aan, of draag de plaats over aan iemand anders."),
        new MailBlock.Button("Draag de plaats over", link),
        new MailBlock.Paragraph(WhatFollows(review, isLast)));

    /// <summary>To who is silent, when the coordinator may not decide instead.</summary>
    /// <param name="review">The case.</param>
    /// <param name="isLast">Whether the case ends without a decision when nobody acts on this one.</param>
    /// <param name="link">To decide.</param>
    public static MailMessage ToSilent(ReviewMailCase review, bool isLast, Uri link)
    {
        var coordinator = review.Policy.Municipality.Coordinator;
        return new MailMessage(
            ReviewMails.ReminderSubjectOf(review),
            new MailBlock.Paragraph("U heeft nog niet beslist over dit initiatief. De aanvrager wacht op u. De coördinator kan niet in uw plaats beslissen."),
            review.Facts,
            review.ChoicesFor(link),
            new MailBlock.Paragraph($"Lukt het u niet? Zeg dat dan vandaag aan de coördinator, {coordinator.Name} ({coordinator.Email}). Die zoekt iemand anders."),
            new MailBlock.Paragraph(isLast
                ? $"Dit is de laatste herinnering. Is er na {review.Policy.Terms.CoordinatorReminder} nog geen besluit? Dan kunt u hier niet meer beslissen en pakt de coördinator de zaak op."
                : "Beslist niemand, dan krijgt u deze mail opnieuw."));
    }

    private static string WhoIsSilent(ReviewMailCase review) =>
        $"{review.SilentNames.JoinedWithAnd()} {(review.SilentNames.Count > 1 ? "hebben" : "heeft")} nog niet beslist.";

    private static string WhatFollows(ReviewMailCase review, bool isLast)
    {
        var next = isLast
            ? $"Dit is de laatste herinnering. Is er na {review.Policy.Terms.CoordinatorReminder} nog geen besluit? Dan {AtTheEnd(review)}."
            : "Beslist niemand, dan krijgt u deze mail opnieuw.";
        return review.DaysLeft < 0
            ? $"De wettelijke beslistermijn is voorbij. De aanvrager kan de gemeente in gebreke stellen (Awb 4:17). Zorg zo snel mogelijk voor een besluit. {next}"
            : next;
    }

    private static string AtTheEnd(ReviewMailCase review) => review.Initiative.MaySeeCase(review.Person)
        ? "stoppen de herinneringen. Op de pagina van de zaak kunt u haar weer oppakken"
        : $"stoppen de herinneringen. Op de pagina van de zaak kunt u haar weer laten oppakken, door {review.Policy.Substitute.Name}, uw plaatsvervanger";
}
