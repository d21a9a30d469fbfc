using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Status;

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
            MailsWanted = file.Initiative.Mails,
            file.Initiative.Withdrawal,
            file.Applicant,
            file.UnconfirmedEmail,
            file.Application,
            Verdicts = file.Initiative.Verdicts.Select(Of),
            file.UnsentAnswers,
            CouncilMembersWhoCalledIn = file.Initiative.CalledInBy.Count,
            CouncilDecision = file.Initiative.CouncilDecision,
            Letters = file.Initiative.Letters.Select(letter => new { letter.Kind, letter.DecidedOn, letter.AnnouncedOn }),
            Documents = file.Documents.Select(document => new { document.FileName, document.Bytes, document.AddedAt, document.State }),
            Events = file.Events.Select(happened => new { happened.At, happened.Kind, By = happened.By.Part }),
            Mails = file.Mails,
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
