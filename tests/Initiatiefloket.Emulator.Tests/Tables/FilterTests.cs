using Azure.Data.Tables;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class FilterTests
{
    [Fact]
    public void CreateQueryFilter_InterpolatedValues_AreQuotedByType()
    {
        var id = new Guid("6d1f3c0e-0f51-4c66-9a10-1d2f6c9b7a10");
        var noon = new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal("A eq 'it''s'", TableClient.CreateQueryFilter($"A eq {"it's"}"));
        Assert.Equal("A eq 1 or B eq 2L", TableClient.CreateQueryFilter($"A eq {1} or B eq {2L}"));
        Assert.Equal("A eq 1.5 and B eq 2.0", TableClient.CreateQueryFilter($"A eq {1.5} and B eq {2d}"));
        Assert.Equal("A eq true", TableClient.CreateQueryFilter($"A eq {true}"));
        Assert.Equal($"A eq guid'{id}'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A ge datetime'2026-11-21T12:00:00.0000000Z'", TableClient.CreateQueryFilter($"A ge {noon}"));
        Assert.Equal("A eq X'01FF'", TableClient.CreateQueryFilter($"A eq {(byte[])[1, 255]}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {1.5m}"));
    }

    [Fact]
    public void CreateQueryFilter_Expressions_BecomeOData()
    {
        var limit = 5;
        var names = new { First = "a" };

        Assert.Equal("(PartitionKey eq 'p') and (Count gt 5)", TableClient.CreateQueryFilter<Measurement>(row => row.PartitionKey == "p" && row.Count > limit));
        Assert.Equal("(RowKey ge 'a') or (not (Final eq true))", TableClient.CreateQueryFilter<Measurement>(row => row.RowKey.CompareTo(names.First) >= 0 || !row.Final));
        Assert.Equal("Day ne 'Friday'", TableClient.CreateQueryFilter<Measurement>(row => row.Day != DayOfWeek.Friday));
        Assert.Equal("OtherDay eq 'Friday'", TableClient.CreateQueryFilter<Measurement>(row => row.OtherDay == DayOfWeek.Friday));
        Assert.Equal("Limit le 7", TableClient.CreateQueryFilter<Measurement>(row => 7 >= row.Limit));
        Assert.Equal("wijk eq 'De Thij'", TableClient.CreateQueryFilter<Measurement>(row => row.Neighbourhood!.Equals("De Thij")));
        Assert.Equal("Checked eq false", TableClient.CreateQueryFilter<Measurement>(row => row.Checked == false));
        Assert.Equal("Due lt datetime'2026-11-21T00:00:00.0000000Z'", TableClient.CreateQueryFilter<Measurement>(row => row.Due < new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("Name eq 'x'", TableClient.CreateQueryFilter<TableEntity>(row => (string)row["Name"] == "x"));
    }

    [Fact]
    public void CreateQueryFilter_WhatTablesCannotFilterBy_IsRefused()
    {
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Measurement>(row => row.RowKey.StartsWith('a')));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Measurement>(row => row.RowKey == row.PartitionKey));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<Measurement>(row => row.RowKey.Equals("a", StringComparison.OrdinalIgnoreCase)));
    }
}
