using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>What a pot knows of its line, in the row of the balance.</summary>
public sealed record LineHead
{
    private const int SeedBytes = 32;

    /// <summary>Hexadecimal; settles equal moments. Drawn once, before anybody joins, and kept.</summary>
    public required string Seed { get; init; }

    /// <summary>How many events the line has.</summary>
    public int Events { get; init; }

    /// <summary>Hash of the last of them.</summary>
    public string Hash { get; init; } = LineEvent.BeforeAll;

    /// <summary>How many ever joined.</summary>
    public int Joined { get; init; }

    /// <summary>How many were offered a part and did not answer yet.</summary>
    public int PartsOffered { get; init; }

    /// <summary>Each ceiling with the moment from which it holds, oldest first.</summary>
    public IReadOnlyList<CeilingFrom> Ceilings { get; init; } = [];

    /// <summary>Who gets what comes free when it is not enough for whoever is first.</summary>
    public DivisionRule Rule { get; init; }

    /// <summary>Which part at least is offered, in percent; null when all or nothing is.</summary>
    public int? AtLeast { get; init; }

    /// <summary>SHA-256 of the seed: published at once, so that nobody can draw another one later.</summary>
    [JsonIgnore]
    public string SeedHash => Digest.Of(Seed);

    /// <summary>The line of a pot that has none yet, with a seed that nobody could know.</summary>
    public static LineHead Draw() => new() { Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)) };

    /// <summary>The lot of an application: the lower one goes first where moments are equal. Anybody with the seed and the reference works out the same.</summary>
    public string LotOf(string initiativeId) => Digest.Of($"{Seed}|{initiativeId}");

    /// <summary>
    /// The ceiling by which an application is judged: that of when it was received or joined, or a later one that is higher. Lowering it does not touch who was in
    /// already (Awb 4:27), whatever a clock says that went back.
    /// </summary>
    /// <param name="place">Its place.</param>
    /// <param name="now">What the pot has, for a pot without a noted ceiling.</param>
    public Euro CeilingFor(LinePlace place, Euro now) => Ceilings.Count == 0
        ? now
        : Ceilings.Index().Where(one => one.Index >= place.FromCeiling || EndOf(one.Index) is not { } end || end > place.ReceivedAt).Max(one => one.Item.Amount);

    private DateTimeOffset? EndOf(int index) => index + 1 < Ceilings.Count ? Ceilings[index + 1].From : null;
}

/// <summary>A ceiling and from when on it holds.</summary>
public sealed record CeilingFrom(DateTimeOffset From, Euro Amount);
