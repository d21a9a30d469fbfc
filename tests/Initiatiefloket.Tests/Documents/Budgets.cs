using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

/// <summary>What a request of a test may have unpacked.</summary>
internal static class Budgets
{
    /// <summary>That of a request that has just begun, and does not end.</summary>
    public static UploadBudget New => new(CancellationToken.None);
}
