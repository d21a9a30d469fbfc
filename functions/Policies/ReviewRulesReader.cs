namespace Initiatiefloket.Policies;

/// <summary>Reads how professionals decide in a band.</summary>
internal static class ReviewRulesReader
{
    private static readonly Dictionary<string, RubricUse> Uses = new()
    {
        ["none"] = RubricUse.None,
        ["scores"] = RubricUse.Scores,
        ["justified"] = RubricUse.Justified,
    };

    public static ReviewRules Read(PolicySection section) => new(section.Whole("reviewers", 1, 3), section.Flag("sealed"), section.Flag("confirmByCode"))
    {
        Rubric = section.Choice("rubric", Uses),
        Checks = section.List("checks", PolicyReader.Each(check => new ReviewCheck(check.Id("id"), check.Text("text")))),
    };

    /// <summary>What must fit together.</summary>
    public static void Check(IReadOnlyList<Band> bands, PolicyProblems problems)
    {
        foreach (var (index, band) in bands.Index())
        {
            var path = $"bands[{index}].review.checks";
            PolicyChecks.Distinct(band.Review.Checks, path, "id", check => check.Id, problems);
            if (band.Review is { Rubric: RubricUse.None, Checks.Count: 0 })
            {
                problems.Add(path, "zet er minstens één punt in: zonder beoordeling (rubric: none) vinkt de professional aan wat klopt.");
            }
            else if (band.Review.Checks.Count > ReviewCheck.Most)
            {
                problems.Add(path, $"er staan {band.Review.Checks.Count} punten in. Houd er ten hoogste {ReviewCheck.Most} over.");
            }
        }
    }
}
