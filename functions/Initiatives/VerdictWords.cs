using Initiatiefloket.Policies;

namespace Initiatiefloket.Initiatives;

/// <summary>What a verdict says in the words of the policy. What has left the policy since is called by what its code says, as themes are.</summary>
public static class VerdictWords
{
    private const string AwbInShort = "Awb ";

    extension(Verdict verdict)
    {
        /// <summary>The conditions of a grant, each on its own; those in own words last.</summary>
        public IReadOnlyList<string> ConditionsIn(Policy policy) =>
        [
            .. verdict.ConditionCodes.Select(code =>
                policy.Conditions.FirstOrDefault(condition => condition.Code == code)?.Text ?? $"{Policy.InWords(code)}."),
            .. verdict.Conditions is { } ownWords ? new[] { ownWords } : [],
        ];

        /// <summary>The grounds of a refusal, each with its article.</summary>
        public IReadOnlyList<string> GroundsIn(Policy policy) =>
        [
            .. verdict.RefusalCodes.Select(code =>
                policy.RefusalReasons.FirstOrDefault(ground => ground.Code == code) is { } found
                    ? $"{found.Text} ({InFull(found.Article)})"
                    : $"{Policy.InWords(code)}."),
        ];
    }

    // As a letter names it: "Algemene wet bestuursrecht, artikel 4:25, tweede lid".
    private static string InFull(string article) => article.StartsWith(AwbInShort, StringComparison.Ordinal)
        ? $"Algemene wet bestuursrecht, artikel {article[AwbInShort.Length..]}"
        : article;
}
