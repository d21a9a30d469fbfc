namespace Initiatiefloket.Policies;

/// <summary>What functions that receive files need to know at compile time.</summary>
public static class UploadLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What all documents of one owner may be together, in megabytes; the policy cannot allow more (<see cref="DocumentRules"/>).</summary>
    public const int MostMegabytesTogether = 60;

    /// <summary>For <c>[RequestSizeLimit]</c>, in bytes: all documents in one form, and its other fields.</summary>
    public const long RequestBytes = (MostMegabytesTogether + 4) * Megabyte;
}
