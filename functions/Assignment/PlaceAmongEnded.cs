using System.Globalization;

namespace Initiatiefloket.Assignment;

/// <summary>Where an initiative stands among those that are over for somebody, newest first.</summary>
/// <param name="EndedAt">Since when it is over.</param>
/// <param name="InitiativeId">Reference of the initiative.</param>
public sealed record PlaceAmongEnded(DateTimeOffset EndedAt, string InitiativeId)
{
    private const int Digits = 19;

    /// <summary>The place in keys and addresses: sorts before what ended earlier.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - EndedAt.UtcTicks:D19}-{InitiativeId}");

    /// <summary>The place that a key names; null when it names none.</summary>
    public static PlaceAmongEnded? Read(string key) =>
        key.Length > Digits + 1
        && key[Digits] == '-'
        && long.TryParse(key[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && left <= DateTime.MaxValue.Ticks
            ? new PlaceAmongEnded(new DateTimeOffset(DateTime.MaxValue.Ticks - left, TimeSpan.Zero), key[(Digits + 1)..])
            : null;
}
