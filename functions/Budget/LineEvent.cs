using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Budget;

/// <summary>
/// One link of the public line of a pot: what happened to a place, without reference or name. Its hash is made of the one before, so that nothing can be changed
/// afterwards without changing all that follows (docs/money.md).
/// </summary>
public sealed record LineEvent
{
    /// <summary>The hash before the first event.</summary>
    public static string BeforeAll { get; } = new('0', 64);

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required LineEventKind Kind { get; init; }

    /// <summary>Number of the place; null for what is about the pot.</summary>
    public int? Place { get; init; }

    /// <summary>The amount that it is about; null when there is none.</summary>
    public Euro? Amount { get; init; }

    /// <summary>For who joined or is complete: the moment that ranks.</summary>
    public DateTimeOffset? CompleteAt { get; init; }

    /// <summary>For the first event: SHA-256 of the seed that settles equal moments.</summary>
    public string? SeedHash { get; init; }

    /// <summary>SHA-256 in hexadecimal of <see cref="TextAfter"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The event as the one after that hash.</summary>
    public LineEvent After(string previous) => this with { Hash = Digest.Of(TextAfter(previous)) };

    /// <summary>What is hashed: the hash before and the values as they are published, a line each; a value that is not there is an empty line.</summary>
    public string TextAfter(string previous) => string.Join(
        '\n',
        previous,
        Number.ToString(CultureInfo.InvariantCulture),
        MomentOf(At),
        NameOf(Kind),
        Place?.ToString(CultureInfo.InvariantCulture) ?? "",
        Amount?.Cents.ToString(CultureInfo.InvariantCulture) ?? "",
        CompleteAt is { } at ? MomentOf(at) : "",
        SeedHash ?? "");

    /// <summary>A moment as it is published, in UTC.</summary>
    public static string MomentOf(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A kind as it is published.</summary>
    public static string NameOf(LineEventKind kind) => kind switch
    {
        LineEventKind.Opened => "opened",
        LineEventKind.Ceiling => "ceiling",
        LineEventKind.Joined => "joined",
        LineEventKind.Incomplete => "incomplete",
        LineEventKind.Completed => "completed",
        LineEventKind.Waits => "waits",
        LineEventKind.Reserved => "reserved",
        LineEventKind.PartOffered => "partOffered",
        LineEventKind.PartAccepted => "partAccepted",
        LineEventKind.PartDeclined => "partDeclined",
        LineEventKind.Granted => "granted",
        LineEventKind.Settled => "settled",
        LineEventKind.Left => "left",
        _ => throw new UnreachableException(),
    };
}

/// <summary>What can happen in a line.</summary>
public enum LineEventKind
{
    /// <summary>The line began; the amount is the ceiling.</summary>
    Opened,

    /// <summary>The ceiling became this amount.</summary>
    Ceiling,

    /// <summary>A complete application got a place.</summary>
    Joined,

    /// <summary>It lost the place, because something that the law asks is missing.</summary>
    Incomplete,

    /// <summary>It is complete, from the moment that is named.</summary>
    Completed,

    /// <summary>It is approved for this amount and waits for money.</summary>
    Waits,

    /// <summary>This amount is set apart for it.</summary>
    Reserved,

    /// <summary>This part is set apart until the applicant answers.</summary>
    PartOffered,

    /// <summary>The applicant takes this part.</summary>
    PartAccepted,

    /// <summary>The applicant does not, or did not answer; this amount is free again.</summary>
    PartDeclined,

    /// <summary>This amount is granted.</summary>
    Granted,

    /// <summary>The grant is settled on this amount.</summary>
    Settled,

    /// <summary>It left the line: refused, withdrawn or set aside.</summary>
    Left,
}
