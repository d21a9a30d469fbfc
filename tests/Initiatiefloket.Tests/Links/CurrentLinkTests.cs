using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Links;

public sealed class CurrentLinkTests
{
    private static readonly DateTimeOffset Now = Cases.ReceivedAt.AddDays(100);

    public static TheoryData<string, LinkPurpose, InitiativeState, LinkPurpose?> Needs => new()
    {
        { "applicant", LinkPurpose.Status, InitiativeState.Draft, LinkPurpose.ConfirmEmail },
        { "applicant", LinkPurpose.Status, InitiativeState.InReview, LinkPurpose.Status },
        { "applicant", LinkPurpose.Status, InitiativeState.Granted, LinkPurpose.Status },
        { "reviewer:welzijn", LinkPurpose.Review, InitiativeState.InReview, LinkPurpose.Review },
        { "reviewer:jeugd", LinkPurpose.Review, InitiativeState.InReview, null },
        { "coordinator", LinkPurpose.Review, InitiativeState.InReview, LinkPurpose.Review },
        { "reviewer:welzijn", LinkPurpose.Review, InitiativeState.WaitingForApplicant, null },
        { "reviewer:welzijn", LinkPurpose.Review, InitiativeState.Granted, null },
        { "council:raadslid-1", LinkPurpose.LookAlong, InitiativeState.CouncilWindow, LinkPurpose.LookAlong },
        { "council:raadslid-1", LinkPurpose.LookAlong, InitiativeState.Granted, LinkPurpose.LookAlong },
        { "coordinator", LinkPurpose.CouncilDecision, InitiativeState.CouncilDecides, LinkPurpose.CouncilDecision },
        { "coordinator", LinkPurpose.CouncilDecision, InitiativeState.Granted, null },
        { "coordinator", LinkPurpose.Desk, InitiativeState.InReview, LinkPurpose.Desk },
        { "coordinator", LinkPurpose.Desk, InitiativeState.LeftToDesk, LinkPurpose.Desk },
        { "coordinator", LinkPurpose.Desk, InitiativeState.Granted, null },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void Of_StateOfTheCase_IsTheLinkThatIsOfUse(string person, LinkPurpose sent, InitiativeState state, LinkPurpose? needed)
    {
        var initiative = state == InitiativeState.Draft ? Cases.Draft : Cases.In(state);

        var use = CurrentLink.Of(new SentLink(Cases.Id, Actor.Read(person), sent), initiative, Now, Now);

        Assert.Equal(needed, use?.Purpose);
    }

    [Theory]
    [InlineData(InitiativeState.Rejected, 182, true)]
    [InlineData(InitiativeState.Rejected, 183, false)]
    [InlineData(InitiativeState.InReview, 1000, true)]
    public void Of_CaseThatEndedLongAgo_IsNothing(InitiativeState state, int daysAgo, bool isOfUse) => Assert.Equal(
        isOfUse,
        CurrentLink.Of(new SentLink(Cases.Id, Actor.Applicant, LinkPurpose.Status), Cases.In(state), Now.AddDays(-daysAgo), Now) is not null);
}
