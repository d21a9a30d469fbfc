using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("15", "3", "2027", "2027-03-15")]
    [InlineData("01", "09", "2026", "2026-09-01")]
    [InlineData("29", "2", "2028", "2028-02-29")]
    [InlineData("1", "1", "1900", "1900-01-01")]
    [InlineData("31", "12", "2199", "2199-12-31")]
    public void TryRead_ExistingDay_IsThatDay(string day, string month, string year, string expected)
    {
        Assert.True(TypedDate.TryRead(new DateParts(day, month, year), out var read));
        Assert.Equal(Days.Of(expected), read);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("15", "", "2027")]
    [InlineData("29", "2", "2027")]
    [InlineData("31", "4", "2027")]
    [InlineData("0", "1", "2027")]
    [InlineData("1", "0", "2027")]
    [InlineData("1", "13", "2027")]
    [InlineData("31", "12", "1899")]
    [InlineData("1", "1", "2200")]
    [InlineData("1", "1", "27")]
    [InlineData("-1", "1", "2027")]
    [InlineData("+1", "1", "2027")]
    [InlineData("1.0", "1", "2027")]
    [InlineData("een", "maart", "2027")]
    [InlineData("١", "٣", "٢٠٢٧")]
    [InlineData("99999999999999999999", "1", "2027")]
    public void TryRead_NoSuchDay_IsFalse(string day, string month, string year) =>
        Assert.False(TypedDate.TryRead(new DateParts(day, month, year), out _));

    [Property]
    public Property TryRead_PartsOfAnyDay_GiveThatDayBack() =>
        Prop.ForAll(Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber).ToArbitrary(), number =>
            TypedDate.TryRead(DateParts.From(DateOnly.FromDayNumber(number)), out var day) && day.DayNumber == number);
}
