using System.Net;
using System.Text;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Web;

public sealed class SenderTests(ProbeSite site) : IClassFixture<ProbeSite>
{
    [Theory]
    [InlineData("198.51.100.1", "198.51.100.1")]
    [InlineData("198.51.100.1:51234", "198.51.100.1")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.1, evil, 198.51.100.1:80", "198.51.100.1")]
    [InlineData("[2001:db8:1:2:3:4:5:6]:443", "20010db800010002/64")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002/64")]
    [InlineData("", null)]
    [InlineData("not an address", null)]
    public void Of_HeadersAsTheHostTellsThem_IsWhomTheFrontEndHeardFrom(string forwarded, string? sender)
    {
        var http = new DefaultHttpContext();

        Sender.Remember(http, $$"""{"Host":"loket.example","x-forwarded-for":"{{forwarded}}","Accept":"*/*"}""");

        Assert.Equal(sender, Sender.Of(http));
    }

    [Theory]
    [InlineData("198.51.100.1", "c63364/24")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db80001/48")]
    [InlineData("", null)]
    public void NetworkOf_HeadersAsTheHostTellsThem_IsTheNetworkOfTheSender(string forwarded, string? network)
    {
        var http = new DefaultHttpContext();

        Sender.Remember(http, $$"""{"X-Forwarded-For":"{{forwarded}}"}""");

        Assert.Equal(network, Sender.NetworkOf(http));
    }

    [Fact]
    public void Of_HostThatTellsNoHeaders_IsNobody()
    {
        var http = new DefaultHttpContext();

        Sender.Remember(http, headers: null);

        Assert.Null(Sender.Of(http));
    }

    [Fact]
    public async Task Get_BehindAFrontEnd_IsItsLastAddressThoughTheHostReplacesTheHeader() =>
        Assert.Equal("198.51.100.1", await SenderOfAsync(HttpMethod.Get, "/sender", body: null, "203.0.113.9, 198.51.100.1:51234"));

    [Fact]
    public async Task Get_FromThisMachine_IsNobody() => Assert.Equal("", await SenderOfAsync(HttpMethod.Get, "/sender", body: null, forwarded: null));

    [Theory]
    [InlineData("/sender?headers=%7B%22X-Forwarded-For%22%3A%22192.0.2.1%22%7D", null)]
    [InlineData("/sender", """{"Headers":{"X-Forwarded-For":"192.0.2.1","a":"&name=x&"}}""")]
    [InlineData("/sender", """ {"Headers":{"X-Forwarded-For":"192.0.2.1"}}""")]
    public async Task Send_WithHeadersOfOnesOwn_IsOneSenderWithAllWhoTry(string address, string? body)
    {
        Assert.Equal("unclear", await SenderOfAsync(HttpMethod.Post, address, body, "198.51.100.1"));
        Assert.Equal("unclear", await SenderOfAsync(HttpMethod.Get, address, body, "198.51.100.2"));
    }

    [Fact]
    public async Task Post_AForm_IsStillThereToBeRead() =>
        Assert.Equal("198.51.100.1 Moestuin", await SenderOfAsync(HttpMethod.Post, "/sender", "title=Moestuin", "198.51.100.1"));

    [Fact]
    public async Task Post_AFormWithFiles_IsStillThereToBeRead()
    {
        using var content = new MultipartFormDataContent { { new StringContent("Moestuin"), "title" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sender") { Content = content };
        request.Headers.Add("X-Forwarded-For", "198.51.100.1");

        using var response = await site.Browser.SendAsync(request);

        Assert.Equal("198.51.100.1 Moestuin", await response.Content.ReadAsStringAsync());
    }

    private async Task<string> SenderOfAsync(HttpMethod method, string address, string? body, string? forwarded)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var response = await site.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).Trim();
    }
}
