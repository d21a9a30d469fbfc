using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Money;

public sealed class EuroTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1250", 1250_00)]
    [InlineData("1.250", 1250_00)]
    [InlineData("1 250", 1250_00)]
    [InlineData("1\u00A0250", 1250_00)]
    [InlineData("1250,50", 1250_50)]
    [InlineData("1250,5", 1250_50)]
    [InlineData("12,5", 12_50)]
    [InlineData("0,05", 5)]
    [InlineData("€ 1.250,00", 1250_00)]
    [InlineData("€1250", 1250_00)]
    [InlineData("\u20AC\u00A01.250,00", 1250_00)]
    [InlineData("EUR 1250", 1250_00)]
    [InlineData("1250 euro", 1250_00)]
    [InlineData("1250euro", 1250_00)]
    [InlineData("1250 €", 1250_00)]
    [InlineData("1.250,-", 1250_00)]
    [InlineData("€ 1.250,-- euro", 1250_00)]
    [InlineData("  1250  ", 1250_00)]
    [InlineData("1250.50", 1250_50)] // a dot before exactly two last digits cannot be a group
    [InlineData("1.234.567,89", 1234567_89)]
    [InlineData("007", 7_00)]
    [InlineData("999999999", 999_999_999_00)]
    public void Read_DutchAmount_GivesCents(string text, long cents) =>
        Assert.Equal(new EuroInput.Amount(new Euro(cents)), Euro.Read(text));

    public static TheoryData<string, long> AsTyped
    {
        get
        {
            var data = new TheoryData<string, long>();
            foreach (var (typed, cents) in TypedAmounts.All)
            {
                data.Add(typed, cents);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AsTyped))]
    public void Read_AsAlsoTheScriptReadsIt_GivesTheCentsThatCount(string typed, long cents) =>
        Assert.Equal(new Euro(cents), Euro.Read(PostedText.CleanValue(typed)) is EuroInput.Amount(var amount) ? amount : Euro.Zero);

    [Theory]
    [InlineData(null, "Vul een bedrag in")]
    [InlineData("", "Vul een bedrag in")]
    [InlineData(" € ", "Vul een bedrag in")]
    [InlineData("-5", "Vul een bedrag in dat niet lager is dan nul")]
    [InlineData("€ -5", "Vul een bedrag in dat niet lager is dan nul")]
    [InlineData("1,250", "Vul het bedrag in met cijfers")] // twelve hundred, or one euro and a quarter?
    [InlineData("1,250.00", "Vul het bedrag in met cijfers")]
    [InlineData("12.5", "Vul het bedrag in met cijfers")]
    [InlineData("1.25.000", "Vul het bedrag in met cijfers")]
    [InlineData("1.2500", "Vul het bedrag in met cijfers")]
    [InlineData("1250,", "Vul het bedrag in met cijfers")]
    [InlineData(",50", "Vul het bedrag in met cijfers")]
    [InlineData("1250,505", "Vul het bedrag in met cijfers")]
    [InlineData("duizend", "Vul het bedrag in met cijfers")]
    [InlineData("1e3", "Vul het bedrag in met cijfers")]
    [InlineData("١٢٣", "Vul het bedrag in met cijfers")]
    [InlineData("12 50", "Vul het bedrag in met cijfers")]
    [InlineData("<script>", "Vul het bedrag in met cijfers")]
    [InlineData("1000000000", "Vul een lager bedrag in")]
    [InlineData("99999999999999999999999999", "Vul een lager bedrag in")]
    [InlineData("11111111111111111111111111111111111111111111111", "Vul alleen een bedrag in")]
    public void Read_AnythingElse_TellsWhatToDo(string? text, string message) =>
        Assert.StartsWith(message, Assert.IsType<EuroInput.Unreadable>(Euro.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "€\u00A00,00")]
    [InlineData(5, "€\u00A00,05")]
    [InlineData(1250_00, "€\u00A01.250,00")]
    [InlineData(1234567_89, "€\u00A01.234.567,89")]
    [InlineData(-12_50, "€\u00A0-12,50")]
    public void ToString_Amount_IsWrittenTheDutchWay(long cents, string expected) => Assert.Equal(expected, new Euro(cents).ToString());

    [Property]
    public Property Read_WhatToStringWrote_GivesTheSameAmount() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            cents => Euro.Read(new Euro(cents).ToString()) == new EuroInput.Amount(new Euro(cents)));

    [Fact]
    public void Arithmetic_Amounts_CountsCents()
    {
        Assert.Equal(new Euro(3_00), Euro.Whole(1) + Euro.Whole(2));
        Assert.Equal(new Euro(-1_00), Euro.Whole(1) - Euro.Whole(2));
        Assert.Equal(new Euro(6), Euro.Sum([new Euro(1), new Euro(2), new Euro(3)]));
        Assert.True(Euro.Whole(1) < Euro.Whole(2) && Euro.Whole(2) >= Euro.Whole(2));
        Assert.Throws<OverflowException>(() => new Euro(long.MaxValue) + new Euro(1));
        Assert.Throws<OverflowException>(() => Euro.Whole(long.MaxValue));
    }

    [Fact]
    public void Json_Amount_IsItsNumberOfCents()
    {
        Assert.Equal("125050", JsonSerializer.Serialize(new Euro(1250_50)));
        Assert.Equal(new Euro(1250_50), JsonSerializer.Deserialize<Euro>("125050"));
    }
}
