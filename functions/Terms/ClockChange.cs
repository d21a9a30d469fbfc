namespace Initiatiefloket.Terms;

/// <summary>What came of a change to the legal clock.</summary>
public abstract record ClockChange
{
    private ClockChange()
    {
    }

    /// <summary>The clock as it runs from now on.</summary>
    public sealed record Changed(LegalClock Clock) : ClockChange;

    /// <summary>Nothing changed.</summary>
    public sealed record Refused(ClockRefusal Reason) : ClockChange;
}
