using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class ActorTests
{
    [Fact]
    public void IdOf_Actor_IsFoundOnlyInItsOwnRole()
    {
        Assert.Equal("anna", Actor.ReviewerIdOf(Actor.Reviewer("anna")));
        Assert.Equal("raadslid-1", Actor.CouncilMemberIdOf(Actor.CouncilMember("raadslid-1")));
        Assert.Null(Actor.ReviewerIdOf(Actor.CouncilMember("raadslid-1")));
        Assert.Null(Actor.CouncilMemberIdOf(Actor.Reviewer("anna")));
        Assert.All([Actor.Applicant, Actor.Coordinator, Actor.Workflow], actor => Assert.Null(Actor.ReviewerIdOf(actor)));
    }
}
