using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>Reads the pots of a policy, and compares what belongs together in them.</summary>
internal static class PotReader
{
    /// <summary>Which day decides the pot of an application.</summary>
    public static IReadOnlyDictionary<string, PotYearBy> Years { get; } = new Dictionary<string, PotYearBy> { ["receipt"] = PotYearBy.Receipt, ["start"] = PotYearBy.Start };

    private static readonly Dictionary<string, DivisionRule> Rules = new() { ["strict"] = DivisionRule.Strict, ["bestFit"] = DivisionRule.BestFit };

    public static Pot Read(PolicySection section) => new(
        section.Whole("year", 2020, 2100),
        section.Day("closesOn"),
        section.List("funds", PolicyReader.Each(fund => new Fund(fund.Id("id"), fund.Text("name"), fund.WholeEuros("amount")))))
    {
        PublishedOn = section.Day("publishedOn"),
        PublishedAt = section.Text("publishedAt"),
        WarnBelow = section.Has("warnBelow") ? section.WholeEuros("warnBelow") : null,
        Division = PolicyReader.Whole(section.Section("division"), division => new Division(
            division.Choice("rule", Rules),
            division.Has("partial")
                ? PolicyReader.Whole(division.Section("partial"), partial => new PartialOffers(partial.Whole("atLeast", 1, 99), partial.TermInDays("answerWithin")))
                : null,
            division.Has("round")
                ? PolicyReader.Whole(division.Section("round"), round => new Round(round.Day("opensOn"), round.Day("closesOn"), round.Day("decideBy")))
                : null)),
    };

    public static void Check(IReadOnlyList<Pot> pots, PolicyProblems problems)
    {
        PolicyChecks.Unique(pots, "pots", "year", pot => pot.Year == 0 ? "" : $"{pot.Year}", problems);
        foreach (var (index, pot) in pots.Index())
        {
            PolicyChecks.Unique(pot.Funds, $"pots[{index}].funds", "id", fund => fund.Id, problems);
            CheckDays(pot, $"pots[{index}]", problems);
            if (pot.WarnBelow is { } rest && (rest == Euro.Zero || rest >= pot.Total))
            {
                problems.Add($"pots[{index}].warnBelow", rest == Euro.Zero ? "moet hoger zijn dan 0." : "moet lager zijn dan het geld van het jaar.");
            }

            foreach (var (place, _) in pot.Funds.Index().Where(fund => fund.Item.Amount == Euro.Zero))
            {
                problems.Add($"pots[{index}].funds[{place}].amount", "moet hoger zijn dan 0.");
            }
        }

        var years = pots.Select(pot => pot.Year).Where(year => year > 0).DefaultIfEmpty().ToList();
        var missing = Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Except(years).ToList();
        if (missing.Count > 0)
        {
            problems.Add("pots", $"er is geen pot voor {string.Join(", ", missing)}. Voeg die toe.");
        }
    }

    private static void CheckDays(Pot pot, string path, PolicyProblems problems)
    {
        if (problems.HasAny($"{path}.year"))
        {
            return;
        }

        if (pot.ClosesOn.Year != pot.Year)
        {
            problems.Add($"{path}.closesOn", $"moet een dag in {pot.Year} zijn.");
        }
        else if (pot.PublishedOn?.Year >= pot.Year)
        {
            // Awb 4:27: a ceiling that is published later does not count for applications from before.
            problems.Add($"{path}.publishedOn", $"moet een dag voor {pot.Year} zijn: het subsidieplafond wordt bekendgemaakt voordat het geldt.");
        }

        if (pot.Division.Round is { } round && !(round.OpensOn <= round.ClosesOn && round.ClosesOn <= round.DecideBy && round.DecideBy.Year == pot.Year))
        {
            problems.Add($"{path}.division.round", $"zet de dagen van een ronde op volgorde: opensOn, closesOn en dan decideBy, in {pot.Year}.");
        }
    }
}
