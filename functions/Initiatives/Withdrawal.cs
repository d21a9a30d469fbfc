using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>Why an applicant withdrew, as far as they said.</summary>
/// <param name="Code">One of the policy's reasons, or null.</param>
/// <param name="Words">The applicant's own words, or null.</param>
public sealed record Withdrawal(string? Code, string? Words)
{
    /// <summary>The reason as the municipality reads it, in Dutch; null when none was given.</summary>
    public string? InDutch(Policy policy)
    {
        var chosen = policy.WithdrawalReasons.FirstOrDefault(reason => reason.Code == Code)?.Text.Dutch;
        return string.Join('\n', new[] { chosen, Words }.OfType<string>()) is { Length: > 0 } words ? words : null;
    }
}
