using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>Reads what decisions rest on: scheme, bodies, regimes, duties, grounds, and where one objects.</summary>
internal static class SchemeReader
{
    private static readonly Dictionary<string, Authority> Authorities = new() { ["college"] = Authority.College, ["raad"] = Authority.Council };

    private static readonly Dictionary<string, SettleWay> Ways = new()
    {
        ["atOnce"] = SettleWay.AtOnce,
        ["exOfficio"] = SettleWay.ExOfficio,
        ["onRequest"] = SettleWay.OnRequest,
    };

    private static readonly Dictionary<string, DutyBasis> Bases = new()
    {
        ["4:37"] = DutyBasis.Standard,
        ["4:38"] = DutyBasis.ForTheAim,
        ["4:39"] = DutyBasis.ForTheManner,
    };

    private static readonly Dictionary<string, bool> GroundNeeds = new() { ["emptyPot"] = true };

    public static Scheme ReadScheme(PolicySection section) => new(
        section.Text("name"), section.Text("article"), section.Text("asvArticle"), section.Text("dutiesArticle"), section.Text("publishedAt"));

    public static Authority ReadAuthority(PolicySection section) => section.Choice("authority", Authorities);

    public static Mandate? ReadMandate(PolicySection section) => section.IsNull("mandate")
        ? null
        : PolicyReader.Whole(section.Section("mandate"), mandate => new Mandate(mandate.Text("role"), mandate.Text("article")));

    public static Regime ReadRegime(PolicySection section)
    {
        var regime = new Regime(section.WholeEuros("from"), section.Choice("settle", Ways));
        return regime with
        {
            Within = regime.Settle == SettleWay.AtOnce ? null : section.TermInDays("within"),
            RequestWithin = regime.Settle == SettleWay.OnRequest ? section.TermInDays("requestWithin") : null,
        };
    }

    public static Remedies ReadRemedies(PolicySection section) => new(
        PolicyReader.Whole(section.Section("college"), ReadDesk),
        PolicyReader.Whole(section.Section("raad"), ReadDesk),
        PolicyReader.Whole(section.Section("appeal"), appeal => new AppealCourt(appeal.Text("court"), appeal.Website("web"), appeal.Lines("address"))));

    private static ObjectionDesk ReadDesk(PolicySection section) => new(section.Website("web"), section.Email("email"), section.Lines("address"));

    public static Duty ReadDuty(PolicySection section) =>
        new(section.Id("code"), section.Text("text"), section.Text("article"), section.Choice("basis", Bases));

    public static RefusalReason ReadGround(PolicySection section) =>
        new(section.Id("code"), section.Text("text"), section.Text("article"), section.Flag("hearing"))
        {
            NeedsEmptyPot = section.Has("needs") && section.Choice("needs", GroundNeeds),
        };

    /// <summary>What must fit together.</summary>
    public static void Check(Policy policy, PolicyProblems problems)
    {
        CheckAddress(policy.Remedies.College.Address, "remedies.college.address", problems);
        CheckAddress(policy.Remedies.Council.Address, "remedies.raad.address", problems);
        CheckAddress(policy.Remedies.Appeal.Address, "remedies.appeal.address", problems);
        CheckRegimes(policy.Regimes, problems);
    }

    private static void CheckAddress(IReadOnlyList<string> address, string path, PolicyProblems problems)
    {
        if (address.Count == 0)
        {
            problems.Add(path, "vul minstens één regel in.");
        }
    }

    private static void CheckRegimes(IReadOnlyList<Regime> regimes, PolicyProblems problems)
    {
        if (regimes.Count == 0)
        {
            problems.Add("regimes", "deze lijst is leeg. Voeg er minstens één onderdeel aan toe.");
        }

        foreach (var (index, regime) in regimes.Index())
        {
            if (index == 0 && regime.From != Euro.Zero)
            {
                problems.Add("regimes[0].from", "de eerste regel begint bij 0, anders geldt er voor lage bedragen geen.");
            }
            else if (index > 0 && regime.From <= regimes[index - 1].From && !problems.HasAny($"regimes[{index - 1}].from"))
            {
                problems.Add($"regimes[{index}].from", $"moet hoger zijn dan regimes[{index - 1}].from.");
            }
        }
    }
}
