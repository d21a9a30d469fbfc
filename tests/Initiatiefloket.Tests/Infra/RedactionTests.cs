using System.Text.RegularExpressions;
using Initiatiefloket.Links;

namespace Initiatiefloket.Tests.Infra;

/// <summary>What the workspace cuts off before it stores telemetry. KQL and .NET read these expressions alike.</summary>
public sealed class RedactionTests
{
    private static readonly string LinkPath = ValueOf("linkPath");

    public static TheoryData<LinkPurpose> Purposes { get; } = [.. Enum.GetValues<LinkPurpose>()];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void LinkPath_OfAnyPurpose_IsRecognised(LinkPurpose purpose)
    {
        var path = LinkPaths.PathOf(purpose, LinkTable.NewToken());

        Assert.Matches(LinkPath, $"Executing HTTP request: /{path}/document/1");
        Assert.Matches(LinkPath, $"GET /{RenewLink.Segment}/{path}");
    }

    [Theory]
    [InlineData("https://loket.example/beoordelen/AbC-_123456789012345678/document/1?keuze=x", "https://loket.example/beoordelen")]
    [InlineData("https://loket.example/nieuwe-link/status/AbC-_123456789012345678", "https://loket.example/nieuwe-link")]
    [InlineData("https://loket.example/?bron=AbC-_123456789012345678", "https://loket.example/")]
    [InlineData("https://loket.example", "")]
    public void Address_OfARequest_IsKeptUpToItsFirstSegment(string address, string kept) =>
        Assert.Equal(kept, Regex.Match(address, ValueOf("keptOfAddress")).Value);

    [Theory]
    [InlineData("GET /beoordelen/AbC-_123456789012345678", "GET /beoordelen")]
    [InlineData("POST beoordelen/AbC-_123456789012345678/x", "POST beoordelen")]
    public void Name_WithThePath_IsKeptUpToItsFirstSegment(string name, string kept) =>
        Assert.Equal(kept, Regex.Match(name, ValueOf("keptOfName")).Value);

    [Theory]
    [InlineData("GET beoordelen/{token}")]
    [InlineData("GET aanvraag-verstuurd")]
    [InlineData("Reviewer invited. Initiative: BI-2026-7K3M9.")]
    public void Text_WithoutAToken_StaysAsItIs(string text) => Assert.DoesNotMatch(LinkPath, text);

    [Fact]
    public void Workspace_WithItsRule_IsDeployedAsBefore()
    {
        Assert.Equal("rule.id", ValueOf("workspace.properties.defaultDataCollectionRuleResourceId"));
        Assert.Equal(ValueOf("workspace.params.dataRetention"), ValueOf("redaction.params.workspaceProperties.retentionInDays"));
        Assert.Equal(ValueOf("workspace.params.dailyQuotaGb"), ValueOf("redaction.params.workspaceProperties.workspaceCapping.dailyQuotaGb"));
        Assert.Equal(ValueOf("workspace.params.forceCmkForQuery"), ValueOf("redaction.params.workspaceProperties.forceCmkForQuery"));
    }

    private static string ValueOf(string path) => Assert.Single(BicepFile.AllProperties, property => property.Path == path).Value;
}
