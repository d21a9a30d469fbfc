using Azure.Data.Tables;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class RoundTripTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 13, 0, 0, 123, TimeSpan.FromHours(1));

    [Fact]
    public async Task TypedEntity_EveryType_ComesBackAsItWas()
    {
        var sent = new Measurement
        {
            PartitionKey = "BI-2026-7K3M9",
            RowKey = "full",
            Note = "Escape room \"Lücht\" 😀 <b>\r\n€ 12,50 HTTP/1.1 --changeset",
            Count = int.MinValue,
            Limit = 7,
            Cents = long.MaxValue,
            Debt = -1,
            Ratio = 0.1,
            Final = true,
            Checked = false,
            Id = new Guid("6d1f3c0e-0f51-4c66-9a10-1d2f6c9b7a10"),
            Parent = Guid.Empty,
            At = Noon.UtcDateTime,
            Due = Noon,
            Closed = Noon.AddTicks(1),
            Digest = [0, 127, 255],
            Picture = BinaryData.FromBytes((byte[])[1, 2]),
            Day = DayOfWeek.Friday,
            OtherDay = DayOfWeek.Sunday,
            Neighbourhood = "De Thij",
        }.Because("omdat");

        var added = await Table.AddEntityAsync(sent);
        var read = (await Table.GetEntityAsync<Measurement>(sent.PartitionKey, sent.RowKey)).Value;

        Assert.Equal(sent.Due, read.Due);
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(DateTimeKind.Utc, read.At.Kind);
        Assert.Equal(sent.Picture!.ToArray(), read.Picture!.ToArray());
        (read.ETag, read.Timestamp, read.Picture, read.Due) = (sent.ETag, sent.Timestamp, sent.Picture, sent.Due);
        Assert.Equivalent(sent, read, strict: true);
    }

    [Fact]
    public async Task TypedEntity_NothingSet_KeepsDefaultsAndNulls()
    {
        await Table.AddEntityAsync(new Measurement { PartitionKey = "p", RowKey = "empty", Due = Noon, At = Noon.UtcDateTime, Secret = "stays here" });

        var read = (await Table.GetEntityAsync<Measurement>("p", "empty")).Value;

        Assert.Null(read.Note);
        Assert.Null(read.Limit);
        Assert.Null(read.Debt);
        Assert.Null(read.Checked);
        Assert.Null(read.Parent);
        Assert.Null(read.Closed);
        Assert.Null(read.Digest);
        Assert.Null(read.Picture);
        Assert.Null(read.OtherDay);
        Assert.Null(read.Secret);
        Assert.Equal(default, read.Day);
    }

    [Fact]
    public async Task TypedEntity_ReadAsTableEntity_HasTheNamesAndTypesOfTheService()
    {
        await Table.AddEntityAsync(new Measurement { PartitionKey = "p", RowKey = "names", Neighbourhood = "Zandhorst", Cents = 5, Ratio = 2, At = Noon.UtcDateTime, Due = Noon, Day = DayOfWeek.Monday });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "names")).Value;

        Assert.Equal("Zandhorst", row.GetString("wijk"));
        Assert.Equal("Monday", row["Day"]);
        Assert.Equal(5L, row.GetInt64("Cents"));
        Assert.Equal(2d, row.GetDouble("Ratio"));
        Assert.Equal(Noon, row.GetDateTimeOffset("Due"));
        Assert.False(row.ContainsKey("Label"));
        Assert.False(row.ContainsKey("Neighbourhood"));
    }

    [Fact]
    public async Task TypedEntity_NameThatTheEnumLacks_IsAnError()
    {
        await Table.AddEntityAsync(new TableEntity("p", "enum") { ["Day"] = "Blursday" });

        await Assert.ThrowsAsync<ArgumentException>(() => Table.GetEntityAsync<Measurement>("p", "enum"));
    }

    [Fact]
    public async Task TableEntity_EveryType_ComesBackAsItWas()
    {
        var sent = new TableEntity("p", "row")
        {
            ["Text"] = "tekst",
            ["Int"] = 3,
            ["Long"] = 1L << 40,
            ["Whole"] = 1d,
            ["Broken"] = 1.5,
            ["Flag"] = true,
            ["Id"] = Guid.Empty,
            ["At"] = Noon.UtcDateTime,
            ["Due"] = Noon,
            ["Bytes"] = (byte[])[9],
            ["Nothing"] = null,
        };

        await Table.UpsertEntityAsync(sent, TableUpdateMode.Replace);
        var read = Table.GetEntity<TableEntity>("p", "row").Value;

        Assert.Equal("tekst", read.GetString("Text"));
        Assert.Equal(3, read.GetInt32("Int"));
        Assert.Equal(1L << 40, read.GetInt64("Long"));
        Assert.Equal(1d, read.GetDouble("Whole"));
        Assert.Equal(1.5, read.GetDouble("Broken"));
        Assert.True(read.GetBoolean("Flag"));
        Assert.Equal(Guid.Empty, read.GetGuid("Id"));
        Assert.Equal(Noon.UtcDateTime, read.GetDateTime("At"));
        Assert.Equal(Noon, read.GetDateTimeOffset("Due"));
        Assert.Equal([9], read.GetBinary("Bytes"));
        Assert.Equal([9], read.GetBinaryData("Bytes").ToArray());
        Assert.Null(read["Nothing"]);
        Assert.Throws<InvalidOperationException>(() => read.GetInt32("Text"));
        Assert.NotNull(read.Timestamp);
    }

    [Theory]
    [InlineData("it's", "o''clock")]
    [InlineData("é ü €", "a+b&c=d")]
    [InlineData("(x,y);", "~!@$*:[]{}|")]
    [InlineData("", "")]
    public async Task Keys_WithSignsOfTheirOwn_AreFound(string partitionKey, string rowKey)
    {
        await Table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["Here"] = true });

        var read = await Table.GetEntityAsync<TableEntity>(partitionKey, rowKey);

        Assert.Equal((partitionKey, rowKey), (read.Value.PartitionKey, read.Value.RowKey));
        Assert.Equal(204, (await Table.DeleteEntityAsync(partitionKey, rowKey)).Status);
    }

    [Fact]
    public async Task Select_NamesProperties_FetchesOnlyThose()
    {
        await Table.AddEntityAsync(new TableEntity("p", "select") { ["A"] = 1, ["B"] = 2 });

        var read = await Table.GetEntityAsync<TableEntity>("p", "select", ["B"]);

        Assert.Equal(2, read.Value["B"]);
        Assert.False(read.Value.ContainsKey("A"));
    }

    [Fact]
    public async Task Values_ThatTablesLack_AreRefusedBeforeSending()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["Amount"] = 1.5m }));
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Local) }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Table.AddEntityAsync(new TableEntity { ["A"] = 1 }));
        Assert.Empty(Requests);
    }
}
