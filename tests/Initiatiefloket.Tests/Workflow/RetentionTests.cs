using System.Reflection;
using Azure.Core;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Workflow;

namespace Initiatiefloket.Tests.Workflow;

/// <summary>That everything that is stored has an end, and who sees to it.</summary>
[Collection(nameof(OnStorage))]
public sealed class RetentionTests(AppStorage storage)
{
    // These go by themselves: a case whole, drafts with their documents, and neighbours a while after the end of their case.
    private static readonly string[] SweptOtherwise = [TableNames.Initiatives, TableNames.Drafts, TableNames.Support];

    [Fact]
    public void Table_EachOne_HasATermOrGoesWithItsCase()
    {
        Assert.Equal(Sorted(NamesIn(typeof(TableNames))), Sorted(TableNames.All));
        Assert.Equal(Sorted(TableNames.All), Sorted([.. Retention.TablesWithATerm, .. Retention.TablesOfCases]));
        Assert.Equal(Sorted(Retention.TablesWithATerm), Sorted(Cases.Policy.Retention.Tables.Keys));
    }

    [Fact]
    public void Container_EachOne_GoesWithItsCaseOrStaysWithTheApp() =>
        Assert.Equal(Sorted(NamesIn(typeof(ContainerNames))), Sorted([.. Retention.ContainersOfCases, .. Retention.ContainersOfTheApp]));

    [Fact]
    public void Table_EachOneWithATerm_IsSwept() =>
        Assert.Equal(Sorted(Retention.TablesWithATerm), Sorted([.. RetentionSweep.Rows.Keys, .. SweptOtherwise]));

    [Theory]
    [InlineData(TableNames.Links, "ExpiresAt")]
    [InlineData(TableNames.Undelivered, "Since")]
    [InlineData(TableNames.Signals, "WrittenAt")]
    [InlineData(TableNames.MailLog, "SentAt")]
    public async Task Rows_WithAMoment_AreOverAfterIt(string table, string column)
    {
        var client = storage.Tables.GetTableClient(table);
        await client.UpsertEntityAsync(new TableEntity("retention", "old") { [column] = Cases.ReceivedAt.AddDays(-1) });
        await client.UpsertEntityAsync(new TableEntity("retention", "new") { [column] = Cases.ReceivedAt.AddDays(1) });

        Assert.Equal(["old"], await OverAsync(table, Cases.ReceivedAt, "retention"));
    }

    [Theory]
    [InlineData(TableNames.ConfirmCodes, "retention", "codes")]
    [InlineData(TableNames.Limits, "retention", "share")]
    [InlineData(TableNames.ChangeFeed, "feed", "entry|999999999999")]
    [InlineData(TableNames.ChangeFeed, "feed", "seen|BI-2026-RETEN|x")]
    public async Task Rows_WithoutAMoment_AreOverBySinceWhenTheyStandThere(string table, string partition, string key)
    {
        await storage.Tables.GetTableClient(table).UpsertEntityAsync(new TableEntity(partition, key));

        Assert.DoesNotContain(key, await OverAsync(table, DateTimeOffset.UtcNow.AddDays(-1), partition));
        Assert.Contains(key, await OverAsync(table, DateTimeOffset.UtcNow.AddDays(1), partition));
        await storage.Tables.GetTableClient(table).DeleteEntityAsync(partition, key);
    }

    [Fact]
    public async Task MailLog_OfACase_IsNotOverByItself()
    {
        await storage.Tables.GetTableClient(TableNames.MailLog).UpsertEntityAsync(new TableEntity("BI-2026-RETNB", "receipt") { ["SentAt"] = Cases.ReceivedAt });

        Assert.Empty(await OverAsync(TableNames.MailLog, Cases.ReceivedAt.AddDays(1), "BI-2026-RETNB"));
    }

    [Fact]
    public async Task ChangeFeed_HeadAndWatermarks_AreNeverOver()
    {
        var feed = storage.Tables.GetTableClient(TableNames.ChangeFeed);
        await feed.UpsertEntityAsync(new TableEntity("feed", "watermark|retention"));

        Assert.DoesNotContain("watermark|retention", await OverAsync(TableNames.ChangeFeed, DateTimeOffset.UtcNow.AddDays(1), "feed"));
        Assert.DoesNotContain("head", await OverAsync(TableNames.ChangeFeed, DateTimeOffset.UtcNow.AddDays(1), "feed"));
    }

    [Fact]
    public async Task Pot_OfAYear_IsOverOnceTheYearIs()
    {
        var pot = storage.Tables.GetTableClient(TableNames.Pot);
        await pot.UpsertEntityAsync(new TableEntity("2014", "balance"));
        await pot.UpsertEntityAsync(new TableEntity("2015", "balance"));

        Assert.Equal(["balance"], await OverAsync(TableNames.Pot, new DateTimeOffset(2015, 12, 31, 12, 0, 0, TimeSpan.Zero), "2014"));
        Assert.Empty(await OverAsync(TableNames.Pot, new DateTimeOffset(2015, 12, 31, 12, 0, 0, TimeSpan.Zero), "2015"));
    }

    [Fact]
    public async Task Absence_ThatEnded_IsOverTheDayAfter()
    {
        await storage.Tables.GetTableClient(TableNames.Absences).UpsertEntityAsync(new TableEntity("absence", "retention") { ["Until"] = "2026-03-01" });

        Assert.Contains("retention", await OverAsync(TableNames.Absences, Cases.ReceivedAt, "absence"));
        Assert.DoesNotContain("retention", await OverAsync(TableNames.Absences, Cases.ReceivedAt.AddDays(-1), "absence"));
        await storage.Tables.GetTableClient(TableNames.Absences).DeleteEntityAsync("absence", "retention");
    }

    [Fact]
    public async Task RemoveWhere_MoreThanAllowed_LeavesTheOthersForTheNextTime()
    {
        var table = storage.Tables.GetTableClient(TableNames.ConfirmCodes);
        foreach (var key in "abc")
        {
            await table.UpsertEntityAsync(new TableEntity("retention-many", $"{key}"));
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"retention-many"}");
        Assert.Equal(2, await table.RemoveWhereAsync(filter, 2, CancellationToken.None));
        Assert.Equal(1, await table.RemoveWhereAsync(filter, 2, CancellationToken.None));
        Assert.Equal(0, await table.RemoveWhereAsync(filter, 2, CancellationToken.None));
    }

    [Fact]
    public async Task TryRemoveUnconfirmed_ConfirmedInBetween_LeavesAllOfIt()
    {
        var draft = Cases.Draft with { Id = "BI-2026-RETNA" };
        var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant);
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await storage.Initiatives.SaveUnconfirmedAsync(new UnconfirmedApplication("retention-form", draft, Cases.Application, Cases.Applicant), drafted, CancellationToken.None);
        var options = new TableClientOptions();
        var confirm = new Interruption(
            request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal),
            () => storage.Initiatives.ChangeAsync(draft.Id, submitted, current => current.Receive(Cases.ReceivedAt, Cases.Policy), CancellationToken.None));
        options.AddPolicy(confirm, HttpPipelinePosition.PerCall);
        var initiatives = new InitiativeTable(new TableServiceClient(storage.Connection, options), storage.Feed, []);
        Assert.Contains(draft.Id, await initiatives.FindUnconfirmedAsync(Cases.ReceivedAt.AddDays(1), CancellationToken.None).ToListAsync());

        Assert.False(await initiatives.TryRemoveUnconfirmedAsync(draft.Id, Cases.ReceivedAt.AddDays(1), CancellationToken.None));

        Assert.True(confirm.Happened);
        Assert.Equal(InitiativeState.Submitted, (await storage.Initiatives.GetAsync(draft.Id, CancellationToken.None)).State);
        Assert.Equal(Cases.Applicant, await storage.Initiatives.GetApplicantAsync(draft.Id, CancellationToken.None));
        Assert.DoesNotContain(draft.Id, await initiatives.FindUnconfirmedAsync(Cases.ReceivedAt.AddDays(1), CancellationToken.None).ToListAsync());
    }

    private async Task<IReadOnlyList<string>> OverAsync(string table, DateTimeOffset moment, string partition) =>
        await storage.Tables.GetTableClient(table).QueryAsync<TableEntity>(RetentionSweep.Rows[table](moment))
            .Where(row => row.PartitionKey == partition)
            .Select(row => row.RowKey)
            .ToListAsync();

    private static IEnumerable<string> NamesIn(Type names) =>
        names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
