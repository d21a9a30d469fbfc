using System.Diagnostics;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Tests.Platform;

public sealed class AddressesCutOffTests
{
    [Theory]
    [InlineData("https://loket.example/beoordelen/AAAAAAAAAAAAAAAAAAAAAA?keuze=afwijzen", "https://loket.example/beoordelen")]
    [InlineData("https://a.table.core.windows.net/LinkIndex(PartitionKey='p',RowKey='r')?$format=x", "https://a.table.core.windows.net/LinkIndex")]
    [InlineData("https://a.blob.core.windows.net/letters/BI-2026-7K3M9/0123.html", "https://a.blob.core.windows.net/letters")]
    [InlineData("/status/AAAAAAAAAAAAAAAAAAAAAA", "/status")]
    [InlineData("https://loket.example?code=AAAA", "https://loket.example")]
    [InlineData("https://loket.example", "https://loket.example")]
    [InlineData("https://loket.example/", "https://loket.example/")]
    [InlineData("/", "/")]
    [InlineData("", "")]
    public void CutOff_Address_KeepsHostAndFirstSegment(string address, string kept) => Assert.Equal(kept, AddressesCutOff.CutOff(address));

    [Fact]
    public void OnEnd_Span_LosesWhatAnAddressSaysAndKeepsTheRest()
    {
        using var span = new Activity("GET");
        span.SetTag("url.full", new Uri("https://loket.example/status/AAAAAAAAAAAAAAAAAAAAAA"));
        span.SetTag("url.path", "/status/AAAAAAAAAAAAAAAAAAAAAA");
        span.SetTag("url.query", "?taal=en");
        span.SetTag("http.response.status_code", 200);
        using var processor = new AddressesCutOff();

        processor.OnEnd(span);

        Assert.Equal(
            [("url.full", "https://loket.example/status"), ("url.path", "/status"), ("http.response.status_code", 200)],
            span.TagObjects.Select(tag => (tag.Key, tag.Value!)));
    }
}
