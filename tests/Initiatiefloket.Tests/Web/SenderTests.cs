using System.Net;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Web;

public sealed class SenderTests
{
    [Theory]
    [InlineData("203.0.113.7", "", "203.0.113.7")]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1:51234", "198.51.100.1")]
    [InlineData("::1", "198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "10.0.0.1, evil, 198.51.100.1:80", "198.51.100.1")]
    [InlineData("127.0.0.1", "[2001:db8:1:2:3:4:5:6]:443", "20010db800010002/64")]
    [InlineData("2001:db8:1:2:ffff::1", "", "20010db800010002/64")]
    [InlineData("127.0.0.1", "", null)]
    [InlineData("127.0.0.1", "not an address", null)]
    public void Of_Request_IsWhoSentIt(string connection, string forwarded, string? sender)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(connection) } };
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(sender, Sender.Of(http));
    }
}
