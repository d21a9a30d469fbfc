using System.Text.Json;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;

namespace Initiatiefloket.Status;

/// <summary>All that is kept of an applicant about one application (AVG, article 15).</summary>
public sealed record CaseFile
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    public required Applicant Applicant { get; init; }

    /// <summary>Changes of the applicant's data since receipt, and the one that waits.</summary>
    public required ContactChanges Contact { get; init; }

    /// <summary>An address that was asked for and is still to be confirmed; null when there is none.</summary>
    public string? UnconfirmedEmail => Contact.Waiting?.Email;

    /// <summary>Answers that were kept and not sent, by the id of the question.</summary>
    public required IReadOnlyDictionary<string, string> UnsentAnswers { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<InitiativeEvent> Events { get; init; }

    /// <summary>The mails to the applicant, oldest first.</summary>
    public required IReadOnlyList<SentMail> Mails { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }
}

/// <summary>Gathers what is kept of an applicant.</summary>
public sealed class CaseFiles(InitiativeTable initiatives, KeptForms kept, MailLog mails, DocumentLibrary documents)
{
    public async Task<CaseFile> GatherAsync(Initiative initiative, CancellationToken cancellation)
    {
        var id = initiative.Id;
        var answers = initiative.AcceptsAnswers(initiative.Round)
            ? (await kept.Answers.GetAsync(KeptFormKey.OfAnswers(id, initiative.Round), cancellation)).Form
            : null;
        return new CaseFile
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(id, cancellation),
            Applicant = await initiatives.GetApplicantAsync(id, cancellation),
            Contact = await initiatives.GetContactChangesAsync(id, cancellation),
            UnsentAnswers = answers ?? new Dictionary<string, string>(),
            Events = await initiatives.GetEventsAsync(id, cancellation),
            Mails = await mails.ListAsync(id, Actor.Applicant, cancellation),
            Documents = await documents.ListCaseAsync(id, cancellation),
        };
    }
}

/// <summary>A file for another program to read. Of others it says their part in the case, never who they are.</summary>
public static class CaseFileData
{
    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true, IgnoreReadOnlyProperties = false };

    /// <summary>The file as JSON.</summary>
    public static string ToJson(CaseFile file) => JsonSerializer.Serialize(
        new
        {
            file.Initiative.Id,
            file.Initiative.State,
            file.Initiative.ReceivedAt,
            file.Initiative.PolicyVersion,
            DecisionTerm = file.Initiative.Clock,
            MoreTime = file.Initiative.TimeRequest is { } asked ? new { asked.At, By = asked.By.Part, asked.Until, asked.Why, asked.Answer } : null,
            MailsWanted = file.Initiative.Mails,
            file.Initiative.Withdrawal,
            file.Applicant,
            file.UnconfirmedEmail,
            ContactChanges = file.Contact.Counted.Select(change => new { change.At, change.Part, change.From, change.To, By = change.By.Part }),
            ContactChangeThatWaits = file.Contact.Waiting,
            file.Application,
            Verdicts = file.Initiative.Verdicts.Select(Of),
            file.UnsentAnswers,
            CouncilMembersWhoCalledIn = file.Initiative.CalledInBy.Count,
            CouncilDecision = file.Initiative.CouncilDecision,
            Letters = file.Initiative.Letters.Select(letter => new { letter.Kind, letter.DecidedOn, letter.AnnouncedOn, letter.PostedOn }),
            Documents = file.Documents.Select(document => new { document.FileName, document.Bytes, document.AddedAt, document.State, CouncilMayRead = file.Initiative.IsForCouncil(document) }),
            Events = file.Events.Select(happened => new { happened.At, happened.Kind, By = happened.By.Part }),
            Mails = file.Mails.Select(mail => new { mail.Step, mail.Kind, mail.At, Outcome = mail.Fate }),
        },
        Indented);

    private static VerdictData Of(Verdict verdict) => new(
        verdict.Kind,
        verdict.At,
        verdict.By.Part,
        verdict.Reasons,
        verdict.RefusalCodes,
        verdict.Amount,
        verdict.ConditionCodes,
        verdict.Conditions,
        verdict.Questions,
        verdict.AnsweredAt);

    private sealed record VerdictData(
        VerdictKind Kind,
        DateTimeOffset At,
        string By,
        string Reasons,
        IReadOnlyList<string> RefusalCodes,
        Euro? Amount,
        IReadOnlyList<string> ConditionCodes,
        string? Conditions,
        IReadOnlyList<Question> Questions,
        DateTimeOffset? AnsweredAt);
}
