using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Status;

/// <summary>All that is kept of an applicant about one application (AVG, article 15).</summary>
public sealed record CaseFile
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    public required Applicant Applicant { get; init; }

    /// <summary>An address that was asked for and is still to be confirmed; null when there is none.</summary>
    public required string? UnconfirmedEmail { get; init; }

    /// <summary>Answers that were kept and not sent, by the id of the question.</summary>
    public required IReadOnlyDictionary<string, string> UnsentAnswers { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<InitiativeEvent> Events { get; init; }

    /// <summary>The mails to the applicant, oldest first.</summary>
    public required IReadOnlyList<SentMail> Mails { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }
}
