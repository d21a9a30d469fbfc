using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council;

/// <summary>The digest for the council, composed purely.</summary>
public static class DigestMail
{
    public static MailMessage Compose(IReadOnlyList<DigestItem> items, Policy policy) => new(
        items.Count == 1 ? "Bewonersinitiatieven: 1 met nieuws" : $"Bewonersinitiatieven: {items.Count} met nieuws",
        [
            new MailBlock.Paragraph("Dit is er veranderd sinds het vorige overzicht. U hoeft niets te doen."),
            .. items.GroupBy(item => GroupOf(item.Initiative.State)).OrderBy(group => group.Key).SelectMany(group => BlocksOf(group, policy)),
        ]);

    private static IEnumerable<MailBlock> BlocksOf(IGrouping<DigestGroup, DigestItem> group, Policy policy)
    {
        yield return new MailBlock.Heading(group.Key switch
        {
            DigestGroup.NeedsCouncil => "Bij de raad",
            DigestGroup.Granted => "Toegekend",
            DigestGroup.NotGranted => "Niet toegekend",
            DigestGroup.UnderWay => "In behandeling",
            _ => throw new UnreachableException(),
        });
        foreach (var item in group)
        {
            yield return FactsOf(item.Initiative, policy.For(item.Initiative));
            if (item.LookAlong is { } link)
            {
                yield return new MailBlock.Button($"Bekijk {item.Initiative.Id}", link);
            }
        }
    }

    private static MailBlock.Facts FactsOf(Initiative initiative, Policy policy)
    {
        var verdict = initiative.VerdictOf(initiative.Round);
        var facts = new List<Fact>
        {
            new("Initiatief", $"{initiative.Title} ({policy.NeighbourhoodName(initiative.NeighbourhoodId)})"),
            new("Stand", initiative.State.InDutch),
            new("Bedrag", (initiative.AmountToGrant ?? initiative.Asked).ToString()),
        };
        if (verdict is not null)
        {
            facts.Add(new Fact(verdict.Kind == VerdictKind.Ask ? "De professional vraagt" : "De professional zegt", verdict.Words));
            facts.AddRange(verdict.GroundsIn(policy).Select(ground => new Fact("Grond", ground)));
            facts.AddRange(verdict.DutiesIn(policy).Select(duty => new Fact("Verplichting", duty)));
        }

        if (initiative is { IsOpenForCallIn: true, WaitsUntil: { } until })
        {
            facts.Add(new Fact("U kunt meekijken tot en met", until.DeadlineInWords()));
        }

        return new MailBlock.Facts(facts);
    }

    private static DigestGroup GroupOf(InitiativeState state) => state switch
    {
        InitiativeState.CouncilWindow or InitiativeState.CouncilDecides => DigestGroup.NeedsCouncil,
        InitiativeState.Granted => DigestGroup.Granted,
        InitiativeState.Rejected or InitiativeState.SetAside or InitiativeState.Withdrawn => DigestGroup.NotGranted,
        InitiativeState.Draft or InitiativeState.Submitted or InitiativeState.InReview or InitiativeState.WaitingForApplicant or InitiativeState.WaitingList
            or InitiativeState.LeftToDesk => DigestGroup.UnderWay,
        _ => throw new UnreachableException(),
    };

    private enum DigestGroup
    {
        NeedsCouncil,
        Granted,
        NotGranted,
        UnderWay,
    }
}
