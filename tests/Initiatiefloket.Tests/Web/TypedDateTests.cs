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
    [InlineData("15", "maart", "2027", "2027-03-15")]
    [InlineData("15", "Maart", "27", "2027-03-15")]
    [InlineData("15", "mrt", "2027", "2027-03-15")]
    [InlineData("15", "mrt.", "2027", "2027-03-15")]
    [InlineData("15", "03", "27", "2027-03-15")]
    [InlineData("1", "sept.", "2026", "2026-09-01")]
    [InlineData("1", "OKT", "2026", "2026-10-01")]
    [InlineData("1", "mei", "2026", "2026-05-01")]
    [InlineData("1", "March", "2026", "2026-03-01")]
    [InlineData("1", "may", "2026", "2026-05-01")]
    [InlineData("1", "Oct.", "2026", "2026-10-01")]
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
    [InlineData("-1", "1", "2027")]
    [InlineData("+1", "1", "2027")]
    [InlineData("1.0", "1", "2027")]
    [InlineData("een", "maart", "2027")]
    [InlineData("١", "٣", "٢٠٢٧")]
    [InlineData("99999999999999999999", "1", "2027")]
    public void TryRead_NoSuchDay_IsFalse(string day, string month, string year) =>
        Assert.False(TypedDate.TryRead(new DateParts(day, month, year), out _));

    [Theory]
    [InlineData("0", "3", "2027", "Vul een dag in van 1 tot en met 31.")]
    [InlineData("32", "3", "2027", "Vul een dag in van 1 tot en met 31.")]
    [InlineData("", "3", "2027", "Vul een dag in van 1 tot en met 31.")]
    [InlineData("15", "13", "2027", "Vul een maand in van 1 tot en met 12, of de naam van de maand.")]
    [InlineData("15", "", "2027", "Vul een maand in van 1 tot en met 12, of de naam van de maand.")]
    [InlineData("15", "ma", "2027", "Vul een maand in van 1 tot en met 12, of de naam van de maand.")]
    [InlineData("15", "maartje", "2027", "Vul een maand in van 1 tot en met 12, of de naam van de maand.")]
    [InlineData("15", "3", "", "Vul een jaar in met vier cijfers, bijvoorbeeld 2027.")]
    [InlineData("15", "3", "227", "Vul een jaar in met vier cijfers, bijvoorbeeld 2027.")]
    [InlineData("15", "3", "20277", "Vul een jaar in met vier cijfers, bijvoorbeeld 2027.")]
    [InlineData("30", "feb", "2027", "Vul een dag in die bestaat: zo veel dagen heeft deze maand niet.")]
    public void TryRead_WrongPart_SaysWhichAndWhatToDo(string day, string month, string year, string message)
    {
        Assert.False(TypedDate.TryRead(new DateParts(day, month, year), out _, out var whatToDo));
        Assert.Equal(message, whatToDo.Dutch);
    }

    [Fact]
    public void ReadDay_EmptyAndWrong_SaysWhatThePageAsksForAndThenWhichPartIsWrong()
    {
        var errors = new FormErrors();

        Assert.Null(errors.ReadDay("van", DateParts.Empty, "Vul de eerste dag in."));
        Assert.Null(errors.ReadDay("tot", new DateParts("1", "x", "2027"), "Vul de laatste dag in."));

        Assert.Equal(
            [
                new FormError("van", "Vul de eerste dag in."),
                new FormError("tot", "Vul de laatste dag in. Vul een maand in van 1 tot en met 12, of de naam van de maand."),
            ],
            errors);
    }

    [Property]
    public Property TryRead_PartsOfAnyDay_GiveThatDayBack() =>
        Prop.ForAll(Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber).ToArbitrary(), number =>
            TypedDate.TryRead(DateParts.From(DateOnly.FromDayNumber(number)), out var day) && day.DayNumber == number);
}
