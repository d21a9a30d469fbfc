using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>What a verdict says in the words of the policy. What has left the policy since is called by what its code says, as themes are.</summary>
public static class VerdictWords
{
    private const string AwbInShort = "Awb ";

    extension(Verdict verdict)
    {
        /// <summary>The duties of a grant, each on its own; those in own words last.</summary>
        public IReadOnlyList<string> DutiesIn(Policy policy) => DutiesOf(verdict.ConditionCodes, verdict.Conditions, policy);

        /// <summary>The same with what each rests on, as a letter has to say (Awb 4:37 to 4:39).</summary>
        public IReadOnlyList<string> DutiesWithArticlesIn(Policy policy) =>
        [
            .. verdict.ConditionCodes.Select(code => policy.Duties.FirstOrDefault(duty => duty.Code == code) is { } found
                ? $"{found.Text} ({found.Article}; {InFull(found.BasisInLaw)})"
                : $"{Policy.InWords(code)}."),
            .. verdict.Conditions is { } ownWords ? new[] { $"{ownWords} ({policy.Scheme.DutiesArticle}; {InFull(Duty.OwnWordsBasis)})" } : [],
        ];

        /// <summary>What was ticked as looked at before a grant.</summary>
        public IReadOnlyList<string> ChecksIn(Policy policy) =>
        [
            .. verdict.Checks.Select(id =>
                policy.Bands.SelectMany(band => band.Review.Checks).FirstOrDefault(check => check.Id == id)?.Text ?? $"{Policy.InWords(id)}."),
        ];

        /// <summary>The grounds of a refusal, each with its article.</summary>
        public IReadOnlyList<string> GroundsIn(Policy policy) =>
        [
            .. verdict.RefusalCodes.Select(code => GroundOf(code, policy)),
        ];
    }

    internal static IReadOnlyList<string> DutiesOf(IEnumerable<string> codes, string? ownWords, Policy policy) =>
    [
        .. codes.Select(code => DutyOf(code, policy)),
        .. ownWords is null ? Array.Empty<string>() : [ownWords],
    ];

    internal static string DutyOf(string code, Policy policy) => policy.Duties.FirstOrDefault(duty => duty.Code == code)?.Text ?? $"{Policy.InWords(code)}.";

    internal static string GroundOf(string code, Policy policy) => policy.RefusalReasons.FirstOrDefault(ground => ground.Code == code) is { } found
        ? $"{found.Text} ({InFull(found.Article)})"
        : $"{Policy.InWords(code)}.";

    // As a letter names it: "Algemene wet bestuursrecht, artikel 4:25, tweede lid".
    private static string InFull(string article) => article.StartsWith(AwbInShort, StringComparison.Ordinal)
        ? $"Algemene wet bestuursrecht, artikel {article[AwbInShort.Length..]}"
        : article;
}
