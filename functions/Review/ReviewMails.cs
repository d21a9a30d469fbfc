using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>The mails to whoever decides a review round.</summary>
public static class ReviewMails
{
    /// <summary>The case on one phone screen with the plan, and a button for each choice.</summary>
    public static MailMessage Invitation(ReviewMailCase review, Uri link) => new(
        SubjectOf(review),
        [
            .. OpeningOf(review),
            review.CaseFacts,
            review.Plan,
            review.ChoicesFor(link),
            new MailBlock.Paragraph("Elke knop opent dezelfde pagina. Er gebeurt niets voordat u daar op een knop drukt."),
            review.ToLookAt,
            .. MayFindSomebody(review),
            new MailBlock.Paragraph(WhatFollows(review)),
            new MailBlock.Paragraph(NotToForward(review)),
        ])
    {
        Preheader = review.UntilWhenAndHowMuch,
    };

    public static MailMessage Reminder(ReviewMailCase review, Uri link) => new(
        ReminderSubjectOf(review),
        new MailBlock.Paragraph("U heeft nog niet beslist over dit initiatief. De aanvrager wacht op u."),
        review.Facts,
        review.ChoicesFor(link),
        new MailBlock.Paragraph(HowToLetGo(review)),
        new MailBlock.Paragraph(NotToForward(review)))
    {
        Preheader = review.UntilWhenAndHowMuch,
    };

    /// <summary>Tells a reviewer who stayed silent that a deputy was asked.</summary>
    public static MailMessage Replaced(ReviewMailCase review, string deputy, Uri link) => new(
        review.SubjectOf("Uw vervanger is gevraagd"),
        new MailBlock.Paragraph(
            $"Wij hebben geen besluit van u gekregen over \"{review.Initiative.Title}\". Daarom hebben wij {deputy} gevraagd om in uw plaats te beslissen."),
        new MailBlock.Button("Toch zelf beslissen", link),
        new MailBlock.Paragraph($"Dat kan zolang {deputy} nog niet heeft beslist. Laat u het over? Dan hoeft u niets meer te doen."));

    /// <summary>Tells a reviewer whose place the coordinator gave to somebody else.</summary>
    public static MailMessage Released(ReviewMailCase review, string name, Uri link) => new(
        review.SubjectOf($"{name} beslist nu"),
        new MailBlock.Paragraph(
            $"De coördinator heeft {name} gevraagd om in uw plaats te beslissen over \"{review.Initiative.Title}\". U hoeft niets meer te doen."),
        new MailBlock.Button("Open de pagina", link));

    /// <summary>Subject of each reminder to whoever still has to decide.</summary>
    internal static string ReminderSubjectOf(ReviewMailCase review) => review.SubjectOf("Herinnering, beslis");

    private static string SubjectOf(ReviewMailCase review) => review.Initiative.Panel.Kind switch
    {
        RoundKind.Conversation when review.HasDisagreed => review.SubjectOf("Overleg, u bent het niet eens"),
        RoundKind.Arbitration => review.SubjectOf("Hak de knoop door"),
        RoundKind.Review or RoundKind.Conversation => review.SubjectOf("Beslis"),
        _ => throw new UnreachableException(),
    };

    private static string WhatFollows(ReviewMailCase review)
    {
        var terms = review.Policy.Terms;
        return review switch
        {
            { Initiative.Panel.IsCoordinatorsOwn: true } => "Beslist u niet, dan krijgt u deze mail opnieuw.",
            { Person.Kind: ActorKind.Coordinator } =>
                $"Beslist u niet, dan krijgt u na {terms.ReviewReminder}, na {terms.ReviewSecondReminder} en na {terms.ReviewEscalation} een herinnering.",

            // Who came in for a silent one comes in half-way up the ladder.
            { InPlaceOf.Why: HandOverReason.Silence } => $"Beslist u ook niet, dan vragen wij {WhatOfTheCoordinator(review)}.",
            { InPlaceOf: null or { Why: HandOverReason.Conflict or HandOverReason.Absence or HandOverReason.Coordinator or HandOverReason.PassedOn } } =>
                $"Beslist u niet, dan krijgt u na {terms.ReviewReminder} en na {terms.ReviewSecondReminder} een herinnering. Na {terms.ReviewDeputy} neemt "
                + $"uw vervanger het over, als die er is. Na {terms.ReviewEscalation} vragen wij {WhatOfTheCoordinator(review)}.",
            _ => throw new UnreachableException(),
        };
    }

    private static string HowToLetGo(ReviewMailCase review) => review.Person == Actor.Coordinator
        ? "Lukt het u niet? Kies dan op de pagina ‘Open de zaak bij het loket’ en draag de plaats over. Beslist niemand, dan krijgt u deze mail opnieuw."
        : $"Lukt het u niet? Dan neemt uw vervanger het over, of vragen wij {review.Policy.Terms.ReviewEscalation} na de eerste mail {WhatOfTheCoordinator(review)}.";

    // The coordinator hands over at the desk.
    private static string NotToForward(ReviewMailCase review) => review.Person.Kind == ActorKind.Reviewer
        ? "Stuur deze mail niet door. Is dit niet voor u? Geef de zaak door: dat kan op de pagina."
        : "Stuur deze mail niet door.";

    private static string WhatOfTheCoordinator(ReviewMailCase review) =>
        review.Initiative.MaySeeCase(Actor.Coordinator) ? "de coördinator om te beslissen" : "de coördinator om iemand anders te zoeken";

    // In an arbitration the coordinator decides because the professionals could not.
    private static IEnumerable<MailBlock> MayFindSomebody(ReviewMailCase review) =>
        review is { Person.Kind: ActorKind.Coordinator, Initiative.Panel.Kind: not RoundKind.Arbitration }
            ? [new MailBlock.Paragraph(
                "Wilt u liever dat een professional beslist? Kies dan op de pagina ‘Open de zaak bij het loket’ en draag de plaats over.")]
            : [];

    private static string WhyYou(ReviewMailCase review) => (review.Initiative.Panel.Kind, review.InPlaceOf, review.Members) switch
    {
        (RoundKind.Conversation, _, _) when !review.HasDisagreed =>
            "De professionals hebben niet hetzelfde besloten. U beslist in plaats van een van hen. Op de pagina leest u wat ieder heeft besloten, en waarom. Overleg met elkaar en beslis daarna.",
        (RoundKind.Conversation, _, _) =>
            "U en uw collega's hebben niet hetzelfde besloten. Op de pagina leest u wat ieder heeft besloten, en waarom. Overleg met elkaar en beslis daarna opnieuw.",
        (RoundKind.Arbitration, _, _) =>
            "De professionals zijn het niet eens geworden, ook niet na overleg. U beslist. Op de pagina leest u wat ieder heeft besloten, en waarom.",
        (RoundKind.Review, not null, > 1) when review.Person == Actor.Coordinator =>
            "Een inwoner vraagt geld voor een initiatief. U beslist in plaats van een collega. Uw besluit geldt voor iedereen.",
        (RoundKind.Review, _, > 1) when review.Person == Actor.Coordinator =>
            "Een inwoner vraagt geld voor een initiatief. Er zijn nu niet genoeg professionals om samen te beslissen. Daarom krijgt u een van de plaatsen. Uw besluit geldt voor iedereen.",
        (RoundKind.Review, null, _) when review.Person == Actor.Coordinator =>
            "Een inwoner vraagt geld voor een initiatief. Er is nu geen professional die kan beslissen. Wilt u beslissen?",
        (RoundKind.Review, not null, _) => "Een inwoner vraagt geld voor een initiatief. U beslist in plaats van een collega. Dat kan zonder account, vanaf deze mail.",
        (RoundKind.Review, _, > 1) when review.Initiative.Panel.Seats.Contains(Actor.Coordinator) =>
            $"Een inwoner vraagt geld voor een initiatief. U beslist met {review.Members} mensen. Een van hen is de coördinator. Besluit die, dan geldt dat voor iedereen. Dat kan zonder account, vanaf deze mail.",
        (RoundKind.Review, _, > 1) => $"Een inwoner vraagt geld voor een initiatief. U beslist met {review.Members} professionals. Dat kan zonder account, vanaf deze mail.",
        (RoundKind.Review, null, _) => "Een inwoner vraagt geld voor een initiatief. Wilt u beslissen? Dat kan zonder account, vanaf deze mail.",
        _ => throw new UnreachableException(),
    };

    // Who comes in has to read why they get this mail as well.
    private static IEnumerable<MailBlock> OpeningOf(ReviewMailCase review) => review switch
    {
        { Answered: { } answered, InPlaceOf: null } => NewsOf(review, answered),
        { Answered: { } answered } => [new MailBlock.Paragraph(WhyYou(review)), .. NewsOf(review, answered)],
        { Unanswered: { } asked } => [new MailBlock.Paragraph(WhyYou(review)), new MailBlock.Paragraph(ChoicesWithout(review, asked))],
        _ => [new MailBlock.Paragraph(WhyYou(review))],
    };

    private static IEnumerable<MailBlock> NewsOf(ReviewMailCase review, Verdict answered) =>
    [
        new MailBlock.Paragraph($"De aanvrager heeft {WhoseQuestions(review, answered)} beantwoord. Wilt u nu beslissen?"),
        .. answered.Questions.SelectMany(question => (MailBlock[])
        [
            new MailBlock.Heading(question.Text),
            new MailBlock.Quote(question.Answer is { Length: > 0 } answer ? ReviewMailCase.Shorten(answer) : "Zie de documenten."),
        ]),
    ];

    private static string ChoicesWithout(ReviewMailCase review, Verdict asked)
    {
        var again = review.MayAsk ? " of vraag het nog eens" : "";
        var aside = review.SetAsideBy is { } lastDay
            ? $" U mag de aanvraag ook buiten behandeling stellen, tot en met {lastDay.InWordsWithWeekday()} (Awb 4:5)."
            : "";
        return $"De aanvrager heeft {WhoseQuestions(review, asked)} niet op tijd beantwoord. Beslis op wat er is{again}.{aside}";
    }

    private static string WhoseQuestions(ReviewMailCase review, Verdict answered) => (answered.By == review.Person, answered.Questions.Count) switch
    {
        (true, 1) => "uw vraag",
        (true, _) => "uw vragen",
        (false, 1) => $"de vraag van {review.Policy.NameOf(answered.By)}",
        _ => $"de vragen van {review.Policy.NameOf(answered.By)}",
    };
}
