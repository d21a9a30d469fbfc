namespace Initiatiefloket.Documents;

/// <summary>What the virus scanner said.</summary>
internal enum ScanOutcome
{
    /// <summary>Nothing found, or there is no scanner.</summary>
    Clean,

    /// <summary>Something found.</summary>
    Infected,

    /// <summary>The scanner answered, but could not scan this file.</summary>
    Failed,

    /// <summary>The scanner did not answer (in time).</summary>
    Unreachable,
}
