using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>What must fit together in a policy about who decides and when they are reminded.</summary>
internal static class ReviewerChecks
{
    public static void Check(Policy policy, PolicyProblems problems)
    {
        CheckRegister(policy, problems);
        CheckThemes(policy, problems);
        CheckBands(policy, problems);
        CheckLadder(policy.Terms, problems);
        CheckSignals(policy.DeadlineSignals, problems);
    }

    private static void CheckRegister(Policy policy, PolicyProblems problems)
    {
        var themes = policy.Themes.Select(theme => theme.Id).ToHashSet();
        var parts = policy.Neighbourhoods.Select(part => part.Id).ToHashSet();
        foreach (var (index, reviewer) in policy.Reviewers.Index())
        {
            var path = $"reviewers[{index}]";
            Known(reviewer.Themes, themes, $"{path}.themes", "themes", problems);
            Known(reviewer.Neighbourhoods, parts, $"{path}.neighbourhoods", "neighbourhoods", problems);
            if (reviewer.DeputyId is { Length: > 0 } deputy && (deputy == reviewer.Id || policy.Reviewers.All(other => other.Id != deputy)))
            {
                problems.Add($"{path}.deputyId", $"\"{deputy}\" is geen collega. Kies de id van een andere reviewer, of null voor niemand.");
            }
        }
    }

    private static void Known(IReadOnlyList<string> ids, HashSet<string> known, string path, string list, PolicyProblems problems)
    {
        foreach (var (index, id) in ids.Index().Where(one => one.Item.Length > 0 && !known.Contains(one.Item)))
        {
            if (!problems.HasAny(list))
            {
                problems.Add($"{path}[{index}]", $"\"{id}\" staat niet bij {list}. Kies een bestaande id.");
            }
        }
    }

    private static void CheckThemes(Policy policy, PolicyProblems problems)
    {
        foreach (var (index, theme) in policy.Themes.Index())
        {
            if (theme.Id == Theme.Unknown)
            {
                problems.Add($"themes[{index}].id", $"\"{Theme.Unknown}\" is het antwoord van wie geen thema kiest. Neem een andere id.");
            }

            if (theme.Id.Length > 0 && !problems.HasAny("reviewers") && policy.Reviewers.All(reviewer => !reviewer.Themes.Contains(theme.Id)))
            {
                problems.Add($"themes[{index}].id", $"niemand beoordeelt \"{theme.Id}\". Voeg het toe bij themes van een reviewer.");
            }
        }
    }

    private static void CheckBands(Policy policy, PolicyProblems problems)
    {
        foreach (var (index, band) in policy.Bands.Index())
        {
            if (policy.Reviewers.Count > 0 && band.Review.Reviewers > policy.Reviewers.Count)
            {
                problems.Add($"bands[{index}].review.reviewers", $"mag niet hoger zijn dan het aantal reviewers ({policy.Reviewers.Count}).");
            }
        }
    }

    private static void CheckLadder(PolicyTerms terms, PolicyProblems problems)
    {
        (string Name, Term Term)[] steps =
        [
            ("reviewReminder", terms.ReviewReminder),
            ("reviewSecondReminder", terms.ReviewSecondReminder),
            ("reviewDeputy", terms.ReviewDeputy),
            ("reviewEscalation", terms.ReviewEscalation),
        ];
        foreach (var (before, step) in steps.Zip(steps.Skip(1)))
        {
            if (step.Term.Unit == before.Term.Unit && step.Term.Amount <= before.Term.Amount && !problems.HasAny($"terms.{before.Name}"))
            {
                problems.Add($"terms.{step.Name}", $"moet langer zijn dan terms.{before.Name}.");
            }
        }
    }

    private static void CheckSignals(IReadOnlyList<int> signals, PolicyProblems problems)
    {
        if (signals.Zip(signals.Skip(1)).Any(pair => pair.Second >= pair.First))
        {
            problems.Add("deadlineSignals", "zet de dagen van veel naar weinig, elk getal één keer, bijvoorbeeld [14, 7, 2].");
        }
    }
}
