using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Links;

public sealed class LinkChoiceTests
{
    [Theory]
    [InlineData("https://loket.example/beoordelen/abc", "afwijzen", "https://loket.example/beoordelen/abc?keuze=afwijzen")]
    [InlineData("https://loket.example/beoordelen/abc?taal=en", "vragen", "https://loket.example/beoordelen/abc?taal=en&keuze=vragen")]
    [InlineData("https://loket.example/beoordelen/abc", "a&b", "https://loket.example/beoordelen/abc?keuze=a%26b")]
    public void WithChoice_Link_HasItInTheQuery(string link, string choice, string expected) =>
        Assert.Equal(expected, new Uri(link).WithChoice(choice).AbsoluteUri);

    [Fact]
    public void WithChoice_Code_StaysThatCode()
    {
        var address = new CodeAddress(new Uri("https://loket.example/code"), "K7M4PQ2X9RTB");

        Assert.Same(address, address.WithChoice("afwijzen"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?keuze=", null)]
    [InlineData("?keuze=afwijzen", "afwijzen")]
    [InlineData("?keuze=afwijzen&keuze=toekennen", null)]
    public void Of_Query_IsTheOneChoiceInIt(string query, string? expected) =>
        Assert.Equal(expected, LinkChoice.Of(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request));
}
