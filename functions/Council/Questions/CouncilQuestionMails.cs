using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Questions;

/// <summary>The mails about questions of council members.</summary>
public static class CouncilQuestionMails
{
    private const string Press = "Beantwoord de vraag";

    public static MailMessage Asked(Initiative initiative, CouncilQuestion question, Policy policy, Uri link) => ToAnswer(
        $"Vraag van een raadslid: {initiative.InSubject}",
        $"{WhoIn(policy, question)} vraagt u iets over een initiatief waarover u heeft beslist. Antwoord uiterlijk op {question.AnswerBy.InWordsWithWeekday()}.",
        question,
        link);

    public static MailMessage Reminder(Initiative initiative, CouncilQuestion question, Policy policy, Uri link) => ToAnswer(
        $"Vandaag antwoorden: vraag van een raadslid, {initiative.InSubject}",
        $"{WhoIn(policy, question)} wacht op uw antwoord. Vandaag is de laatste dag.",
        question,
        link);

    /// <summary>To the coordinator, when nobody answered in time.</summary>
    public static MailMessage Late(Initiative initiative, CouncilQuestion question, Policy policy, Uri link) => ToAnswer(
        $"Niet beantwoord: vraag van een raadslid, {initiative.InSubject}",
        $"{policy.NameOf(question.To)} had uiterlijk op {question.AnswerBy.InWordsWithWeekday()} moeten antwoorden aan {WhoIn(policy, question)}. Zorg voor een antwoord. U kunt het ook zelf geven.",
        question,
        link);

    /// <summary>To who asked.</summary>
    public static MailMessage Answered(Initiative initiative, CouncilQuestion question, Policy policy, Uri link) => new(
        $"Antwoord op uw vraag: {initiative.InSubject}",
        new MailBlock.Paragraph($"{policy.NameOf(question.AnsweredBy!)} heeft uw vraag beantwoord. Alle raadsleden kunnen het antwoord lezen."),
        new MailBlock.Heading("Uw vraag"),
        new MailBlock.Quote(question.Text),
        new MailBlock.Heading("Het antwoord"),
        new MailBlock.Quote(question.Answer!),
        new MailBlock.Button(CouncilWords.Look(initiative), link));

    private static MailMessage ToAnswer(string subject, string first, CouncilQuestion question, Uri link) => new(
        subject,
        new MailBlock.Paragraph(first),
        new MailBlock.Quote(question.Text),
        new MailBlock.Button(Press, link),
        new MailBlock.Paragraph("Alle raadsleden lezen uw antwoord. De behandeling van de aanvraag wacht er niet op."));

    private static string WhoIn(Policy policy, CouncilQuestion question) => CouncilWords.MemberIn(policy, question.MemberId);
}
