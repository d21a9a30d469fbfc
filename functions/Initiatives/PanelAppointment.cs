using System.Globalization;

namespace Initiatiefloket.Initiatives;

/// <summary>Who decides a round.</summary>
/// <param name="Seats">Different actors.</param>
/// <param name="HandOvers">Who of the round before could not stay, and who came in their place.</param>
public sealed record PanelAppointment(IReadOnlyList<Actor> Seats, IReadOnlyList<HandOver> HandOvers)
{
    private const string VacantPrefix = "Vacant: ";

    /// <summary>How many places nobody could take.</summary>
    public int Vacant { get; init; }

    /// <summary>How the audit trail notes it: the seats, then what else there is to say, with "; " in between.</summary>
    public string Note
    {
        get
        {
            var vacant = Vacant > 0 ? [VacantPrefix + Vacant.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>();
            return string.Join("; ", [string.Join(", ", Seats), .. HandOvers.Select(change => change.Note), .. vacant]);
        }
    }

    /// <summary>How many places stayed vacant by a part of a note; null when it says something else.</summary>
    public static int? VacantIn(string part) =>
        part.StartsWith(VacantPrefix, StringComparison.Ordinal)
            ? int.Parse(part.AsSpan(VacantPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>What a review round is for.</summary>
public enum RoundKind
{
    /// <summary>Each reviewer of the band decides.</summary>
    Review,

    /// <summary>The reviewers disagreed: they read each other's reasons, talk, and each decides again.</summary>
    Conversation,

    /// <summary>They still disagree: the coordinator decides.</summary>
    Arbitration,
}

/// <summary>What the votes of a round come to.</summary>
public abstract record RoundResult
{
    private RoundResult()
    {
    }

    /// <summary>Somebody still has to vote.</summary>
    public sealed record Open : RoundResult;

    /// <summary>There is a verdict.</summary>
    public sealed record Settled(Verdict Verdict) : RoundResult;

    /// <summary>Everybody voted, not all the same.</summary>
    public sealed record Disagreement : RoundResult;
}
