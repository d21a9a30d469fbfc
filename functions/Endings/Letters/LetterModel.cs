using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Endings.Letters;

/// <summary>
/// A letter as what it decides. There is one type for each kind, with a required member for each part that the law asks, so that a letter in which one is
/// missing does not compile; <see cref="LetterWords"/> refuses one of which a part has no words.
/// </summary>
public abstract record LetterModel
{
    /// <summary>From whom to whom.</summary>
    public required LetterHead Head { get; init; }

    /// <summary>What it is.</summary>
    public abstract LetterKind Kind { get; }
}

/// <summary>A letter with a decision (beschikking, Awb 1:3).</summary>
public abstract record DecisionModel : LetterModel
{
    /// <summary>What one can do against it, and until when (Awb 3:45).</summary>
    public required Remedy Remedy { get; init; }
}

/// <summary>From whom to whom, about what.</summary>
public sealed record LetterHead
{
    /// <summary>Reference of the initiative.</summary>
    public required string Reference { get; init; }

    /// <summary>Title of the initiative.</summary>
    public required string Title { get; init; }

    /// <summary>Name and address lines of whom it is for.</summary>
    public required IReadOnlyList<string> Addressee { get; init; }

    /// <summary>Who is greeted.</summary>
    public required string Name { get; init; }

    /// <summary>Code of their language: in another than Dutch a translation stands beside the letter. Null for Dutch.</summary>
    public string? Language { get; init; }

    /// <summary>The day of receipt of the application.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>The day of the decision; that of sending is another (Awb 3:41).</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The municipality, for letterhead and contact.</summary>
    public required Municipality Sender { get; init; }

    /// <summary>The body that decides.</summary>
    public required Body Body { get; init; }

    /// <summary>The scheme that it decides by (Awb 4:23).</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>Version of the policy that the case is judged by.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>What of the applicant's data changed since receipt, oldest first.</summary>
    public IReadOnlyList<ContactChanged> Changes { get; init; } = [];
}

/// <summary>The body that decides, and who signs for it (Awb 10:10).</summary>
/// <param name="Name">Its name, as "het college van …".</param>
/// <param name="Mandate">In which function somebody signs for it; null when it decides itself.</param>
/// <param name="Signer">Who signs; null when the body decides itself.</param>
public sealed record Body(string Name, Mandate? Mandate, string? Signer);
