namespace Initiatiefloket.Terms;

/// <summary>What a <see cref="Term"/> counts.</summary>
public enum TermUnit
{
    /// <summary>Plain seconds, to shorten waits in a demonstration.</summary>
    Seconds,

    /// <summary>Plain minutes, to shorten waits in a demonstration.</summary>
    Minutes,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days of the town hall.</summary>
    WorkingDays,

    /// <summary>Calendar weeks.</summary>
    Weeks,
}
