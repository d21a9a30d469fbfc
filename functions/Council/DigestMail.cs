using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Council;

/// <summary>The digest for the council, composed purely: what waits for this member, how the pot stands, and the rest in a line for each theme.</summary>
public static class DigestMail
{
    private const int LongestPlan = 62;
    private const int LongestReasons = 66;

    public static MailMessage Compose(DigestEdition edition, Policy policy) => new(
        SubjectOf(edition),
        [
            new MailBlock.Paragraph(edition.Waiting.Count == 0
                ? "U hoeft niets te doen. Dit is er veranderd."
                : "Eens? Dan hoeft u niets te doen."),
            .. edition.Waiting.SelectMany(item => BlocksOf(item, policy)),
            .. AlsoWaiting(edition),
            .. PotOf(edition.Pot),
            .. Others(edition, policy),
            new MailBlock.Button("Alle initiatieven en uw keuze", edition.Page) { IsPlain = edition.Waiting.Count > 0 },
        ])
    {
        StopAt = edition.StopAt,
    };

    private static string SubjectOf(DigestEdition edition)
    {
        List<string> parts = [];
        if (edition.Waiting is [var first, ..])
        {
            parts.Add($"{edition.Waiting.Count + edition.AlsoWaiting.Count} om te bekijken t/m {CouncilWords.InShort(first.Initiative.WaitsUntil!.Value)}");
        }

        if (edition.Waiting.Count == 0 && edition.Others is [var only])
        {
            parts.Add($"{only.Title}: {InWords(CouncilWords.GroupOf(only.State), [only])}");
        }
        else if (edition.Others.Where(initiative => initiative.State == InitiativeState.Granted).ToList() is [_, ..] granted)
        {
            parts.Add(Count(CouncilGroup.Granted, granted));
        }

        return parts.Count == 0 ? $"{edition.Others.Count} initiatieven met nieuws" : string.Join(", ", parts);
    }

    private static IEnumerable<MailBlock> BlocksOf(DigestItem item, Policy policy)
    {
        var initiative = item.Initiative;
        yield return new MailBlock.Heading(
            $"{initiative.Title}, {(initiative.AmountToGrant ?? initiative.Asked).ToShortString()} ({policy.NeighbourhoodName(initiative.NeighbourhoodId)})");
        yield return new MailBlock.Paragraph(CouncilWords.Clip(item.Plan, LongestPlan));
        if (initiative.VerdictOf(initiative.Round) is { Words.Length: > 0 } verdict)
        {
            yield return new MailBlock.Quote(CouncilWords.Clip(verdict.Words, LongestReasons));
        }

        yield return new MailBlock.Button(CouncilWords.Look(initiative), item.LookAlong);
    }

    private static IEnumerable<MailBlock> AlsoWaiting(DigestEdition edition) => edition.AlsoWaiting.Count == 0
        ? []
        : [new MailBlock.Paragraph($"Ook te bekijken: {string.Join(", ", edition.AlsoWaiting.Select(initiative => $"{initiative.Title} (t/m {CouncilWords.InShort(initiative.WaitsUntil!.Value)})"))}.")];

    private static IEnumerable<MailBlock> PotOf(PotBalance? pot) => pot is null || pot.Total == Euro.Zero
        ? []
        : [pot.InBar];

    private static IEnumerable<MailBlock> Others(DigestEdition edition, Policy policy) => edition.Others.Count == 0
        ? []
        : [new MailBlock.Facts(
            [new Fact("Nieuws", InCount(edition.Others.Count)), .. edition.Others.GroupBy(initiative => policy.ThemeName(initiative.ThemeId)).OrderBy(theme => theme.Key, StringComparer.Ordinal)
                .Select(theme => new Fact(theme.Key, LineOf([.. theme])))]) { AreSmall = true }];

    // A theme with one case names it. Of several it says how many there are, and what weighs most.
    private static string LineOf(IReadOnlyList<Initiative> theme)
    {
        if (theme is [var only])
        {
            return $"{only.Title}, {InWords(CouncilWords.GroupOf(only.State), [only])}";
        }

        var first = theme.GroupBy(initiative => CouncilWords.GroupOf(initiative.State)).MinBy(group => group.Key)!;
        return first.Key switch
        {
            CouncilGroup.WithCouncil => $"{theme.Count} ({first.Count()} bij de raad)",
            CouncilGroup.Granted => $"{theme.Count} ({first.Count()} toegekend)",
            CouncilGroup.NotGranted => $"{theme.Count} ({first.Count()} niet toegekend)",
            CouncilGroup.UnderWay => $"{theme.Count}, in behandeling",
            _ => throw new UnreachableException(),
        };
    }

    private static string InCount(int cases) => cases == 1 ? "1 initiatief" : $"{cases} initiatieven";

    private static string Count(CouncilGroup group, List<Initiative> initiatives) => $"{initiatives.Count} {InWords(group, initiatives)}";

    private static string InWords(CouncilGroup group, IReadOnlyList<Initiative> initiatives) => group switch
    {
        CouncilGroup.WithCouncil => "bij de raad",
        CouncilGroup.Granted => $"toegekend ({Euro.Sum(initiatives.Select(initiative => initiative.AmountToGrant ?? Euro.Zero)).ToShortString()})",
        CouncilGroup.NotGranted => "niet toegekend",
        CouncilGroup.UnderWay => "in behandeling",
        _ => throw new UnreachableException(),
    };
}
