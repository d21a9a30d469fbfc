using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>What must fit together in a policy. Says nothing about places where reading already found a problem.</summary>
internal static class PolicyChecks
{
    public static void Check(Policy policy, PolicyProblems problems)
    {
        Unique(policy.Themes, "themes", "id", theme => theme.Id, problems);
        Unique(policy.Neighbourhoods, "neighbourhoods", "id", part => part.Id, problems);
        Unique(policy.Reviewers, "reviewers", "id", person => person.Id, problems);
        Unique(policy.Council.Members, "council.members", "id", person => person.Id, problems);
        Unique(policy.Rubric, "rubric", "id", line => line.Id, problems);
        Unique(policy.RefusalReasons, "refusalReasons", "code", reason => reason.Code, problems);
        Distinct(policy.Duties, "duties", "code", duty => duty.Code, problems);
        Unique(policy.WithdrawalReasons, "withdrawalReasons", "code", reason => reason.Code, problems);
        Unique(policy.Bands, "bands", "id", band => band.Id, problems);
        FormQuestions.Check(policy, problems);
        CheckAddress(policy.Municipality, problems);
        AccessibilityReader.Check(policy.Municipality.Accessibility, problems);
        ReviewerChecks.Check(policy, problems);
        CouncilReader.Check(policy.Council, problems);
        CheckBands(policy, problems);
        ReviewRulesReader.Check(policy.Bands, problems);
        CheckRubric(policy.Rubric, problems);
        CheckDocuments(policy.Documents, problems);
        PotReader.Check(policy.Pots, problems);
        CheckPenaltyRates(policy.PenaltyRates, problems);
        SchemeReader.Check(policy, problems);
        DecisionTerms.Check(policy.Terms.DecisionSource, problems);
    }

    internal static void Unique<T>(IReadOnlyList<T> items, string path, string key, Func<T, string> idOf, PolicyProblems problems)
    {
        if (items.Count == 0)
        {
            problems.Add(path, "deze lijst is leeg. Voeg er minstens één onderdeel aan toe.");
        }

        Distinct(items, path, key, idOf, problems);
    }

    internal static void Distinct<T>(IReadOnlyList<T> items, string path, string key, Func<T, string> idOf, PolicyProblems problems)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (index, item) in items.Index())
        {
            if (idOf(item).Length > 0 && !seen.TryAdd(idOf(item), index))
            {
                problems.Add($"{path}[{index}].{key}", $"\"{idOf(item)}\" staat al bij {path}[{seen[idOf(item)]}]. Kies een andere.");
            }
        }
    }

    private static void CheckAddress(Municipality municipality, PolicyProblems problems)
    {
        if (municipality.Address.Count == 0)
        {
            problems.Add("municipality.address", "vul minstens één regel in.");
        }
    }

    private static void CheckBands(Policy policy, PolicyProblems problems)
    {
        for (var index = 0; index < policy.Bands.Count; index++)
        {
            var path = $"bands[{index}].upTo";
            var before = index == 0 ? "amounts.minimum" : $"bands[{index - 1}].upTo";
            var least = index == 0 ? policy.Amounts.Minimum : policy.Bands[index - 1].UpTo;
            if (policy.Bands[index].UpTo <= least && !problems.HasAny(before))
            {
                problems.Add(path, $"moet hoger zijn dan {before}.");
            }

            if (policy.Bands[index] is { Authority: Authority.Council, DecidedBy: not DecidedBy.CouncilVote } && !problems.HasAny($"bands[{index}].councilRole"))
            {
                problems.Add($"bands[{index}].authority", "kies college: de raad besluit alleen zelf als councilRole besluit-raad is.");
            }
        }
    }

    private static void CheckRubric(IReadOnlyList<Criterion> rubric, PolicyProblems problems)
    {
        if (rubric.Count > Criterion.Most)
        {
            problems.Add("rubric", $"er staan {rubric.Count} onderdelen in. Houd er ten hoogste {Criterion.Most} over.");
        }
    }

    private static void CheckDocuments(DocumentRules documents, PolicyProblems problems)
    {
        if (documents.AtMost * documents.MegabytesEach > UploadLimits.MostMegabytesTogether)
        {
            problems.Add("documents.megabytesEach", $"alle documenten samen (documents.atMost keer zoveel) mogen niet groter zijn dan {UploadLimits.MostMegabytesTogether} MB.");
        }
    }

    private static void CheckPenaltyRates(IReadOnlyList<PenaltyRates> rates, PolicyProblems problems)
    {
        Unique(rates, "penaltyRates", "from", step => step.From == default ? "" : $"{step.From:O}", problems);
        var days = rates.Select(step => step.From).Where(day => day != default).ToList();
        if (!days.SequenceEqual(days.Order()))
        {
            problems.Add("penaltyRates", "zet de oudste bedragen bovenaan.");
        }
    }
}
