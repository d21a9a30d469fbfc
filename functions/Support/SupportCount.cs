namespace Initiatiefloket.Support;

/// <summary>How many neighbours support an initiative.</summary>
/// <param name="Given">Who confirmed.</param>
/// <param name="Needed">How many the policy asks for; 0 when support is free.</param>
public sealed record SupportCount(int Given, int Needed)
{
    /// <summary>How many are still to come; 0 when there are enough.</summary>
    public int Missing => Math.Max(0, Needed - Given);

    /// <summary>True when the reviewer need not ask for more.</summary>
    public bool IsEnough => Missing == 0;
}
