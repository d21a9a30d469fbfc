using Initiatiefloket.Links;

namespace Initiatiefloket.Tests.Infra;

/// <summary>What the workspace cuts off before it stores telemetry.</summary>
public sealed class RedactionTests
{
    private const string Workspace = "Microsoft.OperationalInsights/workspaces";

    private const string Token = "AbC-_12345678901234567";

    [Theory]
    [InlineData("AppRequests", "Url", "https://loket.example")]
    [InlineData("AppRequests", "Name", "GET ")]
    [InlineData("AppRequests", "OperationName", "GET ")]
    [InlineData("AppRequests", "Properties", """{"url.path":" """)]
    [InlineData("AppDependencies", "Data", "http://127.0.0.1:51234")]
    [InlineData("AppDependencies", "Name", "GET ")]
    [InlineData("AppDependencies", "OperationName", "POST ")]
    [InlineData("AppDependencies", "Properties", """{"url.full":"http://127.0.0.1:51234""")]
    [InlineData("AppTraces", "Message", "Executing HTTP request: ")]
    [InlineData("AppTraces", "OperationName", "GET ")]
    [InlineData("AppTraces", "Properties", """{"uri":" """)]
    [InlineData("FunctionAppLogs", "Message", "Executing HTTP request: ")]
    [InlineData("FunctionAppLogs", "ExceptionMessage", "Not found: ")]
    [InlineData("FunctionAppLogs", "ExceptionDetails", "Not found: ")]
    [InlineData("AppExceptions", "OuterMessage", "Not found: ")]
    [InlineData("AppExceptions", "InnermostMessage", "Not found: ")]
    [InlineData("AppExceptions", "Details", """[{"message":"Not found: """)]
    [InlineData("AppExceptions", "OperationName", "GET ")]
    [InlineData("AppExceptions", "Properties", """{"path":" """)]
    public void Link_OfAnyPurpose_LeavesNoTokenBehind(string table, string column, string before)
    {
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            var address = LinkPaths.AddressOf(purpose, Token);

            Assert.DoesNotContain(Token, Transformation.All[table].Apply(column, $"{before}{address}/document/1"), StringComparison.Ordinal);
            Assert.DoesNotContain(Token, Transformation.All[table].Apply(column, $"{before}/{LinkPaths.Renew}{address}"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AppRequests", "Url", "https://loket.example/beoordelen/AbC-_12345678901234567/document/1?keuze=x", "https://loket.example/beoordelen")]
    [InlineData("AppRequests", "Url", "https://loket.example/?bron=AbC-_12345678901234567", "https://loket.example/")]
    [InlineData("AppRequests", "Url", "https://loket.example", "")]
    [InlineData("AppRequests", "Name", "GET /beoordelen/AbC-_12345678901234567", "GET /beoordelen")]
    [InlineData("AppRequests", "Name", "POST /beoordelen/AbC-_12345678901234567/x", "POST /beoordelen")]
    [InlineData("AppDependencies", "Data", "https://st.table.core.windows.net/Links(PartitionKey='a',RowKey='b')?x", "https://st.table.core.windows.net/Links")]
    [InlineData("AppDependencies", "Data", "https://st.blob.core.windows.net/documents/BI-2026-7K3M9/letter.pdf", "https://st.blob.core.windows.net/documents")]
    [InlineData("AppDependencies", "Name", "GET /Links(PartitionKey='a',RowKey='b')", "GET /Links")]
    [InlineData("AppTraces", "Message", "Executing HTTP request: /status/AbC-_12345678901234567", "Left out: it named a personal link.")]
    [InlineData("AppTraces", "Properties", """{"uri":"/status/AbC-_12345678901234567"}""", "{}")]
    [InlineData("AppExceptions", "Details", """[{"message":"/status/AbC-_12345678901234567"}]""", "[]")]
    public void Value_WithALinkOrAKey_KeepsWhatHelps(string table, string column, string value, string kept) =>
        Assert.Equal(kept, Transformation.All[table].Apply(column, value));

    [Theory]
    [InlineData("AppRequests", "Name", "GET beoordelen/{token}")]
    [InlineData("AppRequests", "Name", "GET aanvraag-verstuurd")]
    [InlineData("AppRequests", "Properties", """{"faas.trigger":"http","http.route":"beoordelen/{token}"}""")]
    [InlineData("AppDependencies", "Name", "TableClient.Query")]
    [InlineData("AppDependencies", "Data", "create_orchestration")]
    [InlineData("AppTraces", "Message", "Reviewer invited. Initiative: BI-2026-7K3M9.")]
    [InlineData("AppTraces", "Properties", """{"InitiativeId":"BI-2026-7K3M9"}""")]
    public void Value_WithoutALink_StaysAsItIs(string table, string column, string value) =>
        Assert.Equal(value, Transformation.All[table].Apply(column, value));

    [Theory]
    [InlineData("StorageBlobLogs")]
    [InlineData("StorageQueueLogs")]
    [InlineData("StorageTableLogs")]
    public void Audit_OfCaseFiles_LeavesOutTheAppItself(string table) =>
        Assert.Matches(@"source \| where RequesterObjectId != .*/userAssignedIdentities/id-floket-\w+', '[\d-]+'\)\.principalId", Transformation.All[table].Kql);

    [Fact]
    public void HostLog_OfTheApp_IsKeptFromWarningsOn() =>
        Assert.StartsWith("source | where LevelId >= 3 | extend ", Transformation.All["FunctionAppLogs"].Kql, StringComparison.Ordinal);

    [Fact]
    public void Workspace_WithItsRule_IsDeployedAsBefore()
    {
        var rule = Deployment.AsShipped.Only("Microsoft.Insights/dataCollectionRules").TextAt("id");
        var deployed = Deployment.AsShipped.All(Workspace).Select(workspace => workspace.GetProperty("properties").EnumerateObject().ToDictionary(
            property => property.Name, property => property.Value.ToString(), StringComparer.Ordinal)).ToArray();

        Assert.Equal(2, deployed.Length);
        Assert.Equal([.. deployed[0], KeyValuePair.Create("defaultDataCollectionRuleResourceId", rule)], deployed[1]);
    }

    [Fact]
    public void Workspace_DeployedAgain_IsNeverWithoutARule() =>
        Assert.All(
            Deployment.WithEverything.All(Workspace),
            workspace => Assert.NotEqual("", workspace.TextAt("properties.defaultDataCollectionRuleResourceId")));
}
