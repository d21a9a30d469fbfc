using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class FormErrorsTests
{
    [Fact]
    public void For_AFieldWithTwoMessages_IsTheFirst()
    {
        var errors = new FormErrors { { "title", "Vul een titel in" }, { "title", "Maak de titel korter" } };

        Assert.Equal("Vul een titel in", errors.For("title"));
        Assert.Null(errors.For("why"));
        Assert.True(errors.Any);
    }

    [Fact]
    public void Enumerating_Always_KeepsTheOrderOfTheForm()
    {
        var errors = new FormErrors { { "title", "Vul een titel in" }, { "amount", "Vul een bedrag in" } };

        Assert.Equal(["title", "amount"], errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("title", "title")]
    [InlineData("costs[0].amount", "costs-0-amount")]
    [InlineData("start.day", "start-day")]
    public void FieldId_OfAName_CanBeAnHtmlId(string name, string id) => Assert.Equal(id, FieldId.Of(name));
}
