using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>The words for choices, in addresses and buttons.</summary>
public static class VerdictChoice
{
    /// <summary>What a word stands for; null for any other word.</summary>
    public static VerdictKind? KindOf(string? word) => word switch
    {
        VerdictForm.Approve => VerdictKind.Approve,
        VerdictForm.Ask or VerdictForm.OneMore or VerdictForm.AboutGaps => VerdictKind.Ask,
        VerdictForm.Decline => VerdictKind.Decline,
        _ => null,
    };

    /// <summary>The word for a choice.</summary>
    public static string WordOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => VerdictForm.Approve,
        VerdictKind.Ask => VerdictForm.Ask,
        VerdictKind.Decline => VerdictForm.Decline,
        _ => throw new UnreachableException(),
    };
}
