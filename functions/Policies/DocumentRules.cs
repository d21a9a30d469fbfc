namespace Initiatiefloket.Policies;

/// <summary>What may be attached to an application, and to each answer.</summary>
/// <param name="AtMost">How many documents.</param>
/// <param name="MegabytesEach">How large each may be, in megabytes of 1024 × 1024 bytes.</param>
public sealed record DocumentRules(int AtMost, int MegabytesEach)
{
    /// <summary>How large each may be, in bytes.</summary>
    public long BytesEach => MegabytesEach * 1024L * 1024L;
}
