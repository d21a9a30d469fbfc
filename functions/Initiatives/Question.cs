namespace Initiatiefloket.Initiatives;

/// <summary>One question to the applicant, answered on its own.</summary>
public sealed record Question
{
    /// <summary>How many questions can be put at once: more is a conversation, by telephone.</summary>
    public const int Most = 5;

    /// <summary>Longest question.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest reason to ask it.</summary>
    public const int LongestWhy = 300;

    /// <summary>Longest answer. All rounds with all answers must fit one table row of 1 MiB.</summary>
    public const int LongestAnswer = 3000;

    /// <summary>Round and number, such as <c>2-1</c>; also the folder of the documents that come with the answer.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required ApplicationPart About { get; init; }

    /// <summary>The question, as the applicant reads it.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is asked, as the applicant reads it.</summary>
    public required string Why { get; init; }

    /// <summary>What the applicant answered, empty for documents only; null until all answers of the round were sent.</summary>
    public string? Answer { get; init; }
}
