using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Confirming;

/// <summary>Where the policy asks for a code before something that cannot be undone.</summary>
public static class ConfirmRules
{
    /// <summary>Whether what is done in a case takes a code: its band says so.</summary>
    public static bool NeedsCode(this Initiative initiative, Policy policy) =>
        Band.For(initiative.Bands.Count == 0 ? policy.For(initiative).Bands : initiative.Bands, initiative.Asked).Review.ConfirmsByCode;

    /// <summary>Whether what touches many cases takes a code: a band says so.</summary>
    public static bool NeedsCodeForAll(this Policy policy) => policy.Bands.Any(band => band.Review.ConfirmsByCode);
}
