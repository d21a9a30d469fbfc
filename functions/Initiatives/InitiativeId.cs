using System.Security.Cryptography;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// The reference that people read aloud and type, such as <c>BI-2026-7K3M9</c>; also the id of the orchestration.
/// Without 0, O, 1 and I, so that nobody has to ask which one is meant.
/// </summary>
public static class InitiativeId
{
    /// <summary>What each reference begins with.</summary>
    public const string Prefix = "BI-";

    /// <summary>Signs that nobody takes for another one.</summary>
    internal const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 5;

    /// <summary>A new, unpredictable reference; whoever stores it checks that it is not yet taken.</summary>
    public static string New(int year) => $"{Prefix}{year}-{RandomNumberGenerator.GetString(Alphabet, CodeLength)}";
}
