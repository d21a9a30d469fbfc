using System.Text.Json;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class ActorTests
{
    public static TheoryData<string, ActorKind> Known { get; } = new()
    {
        { "applicant", ActorKind.Applicant },
        { "applicant-new-address", ActorKind.NewAddress },
        { "coordinator", ActorKind.Coordinator },
        { "substitute", ActorKind.Substitute },
        { "workflow", ActorKind.Workflow },
        { "reviewer:anna", ActorKind.Reviewer },
        { "council:raadslid-1", ActorKind.CouncilMember },
        { "supporter:abc:def", ActorKind.Supporter },
    };

    [Fact]
    public void Ids_Actor_AreFoundOnlyInItsOwnRole()
    {
        Assert.Equal("anna", Actor.Reviewer("anna").ReviewerId);
        Assert.Equal("raadslid-1", Actor.CouncilMember("raadslid-1").CouncilMemberId);
        Assert.Equal("abc", Actor.Supporter("abc").SupporterKey);
        Assert.Null(Actor.CouncilMember("raadslid-1").ReviewerId);
        Assert.Null(Actor.Reviewer("anna").CouncilMemberId);
        Assert.All([Actor.Applicant, Actor.Coordinator, Actor.Workflow], actor => Assert.Null(actor.ReviewerId));
    }

    // These texts stand in tables and in the history of running cases.
    [Theory]
    [MemberData(nameof(Known))]
    public void Read_TextOfAnActor_IsTheSameActorAgain(string text, ActorKind kind)
    {
        var read = Actor.Read(text);

        Assert.Equal((kind, text), (read.Kind, read.ToString()));
        Assert.Equal(Actor.Read(text), read);
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(read));
        Assert.Equal(read, JsonSerializer.Deserialize<Actor>($"\"{text}\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reviewer")]
    [InlineData("coordinator:anna")]
    [InlineData("mayor")]
    public void Read_WhatNamesNobody_IsRefused(string text) => Assert.Throws<FormatException>(() => Actor.Read(text));

    [Fact]
    public void Kinds_All_AreKnownHere() => Assert.Equal(Enum.GetValues<ActorKind>(), Known.Select(row => (ActorKind)row[1]!).Order());
}
