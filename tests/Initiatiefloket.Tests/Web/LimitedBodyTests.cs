using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Web;

public sealed class LimitedBodyTests
{
    private static readonly byte[] Sent = [1, 2, 3, 4, 5];

    [Fact]
    public async Task Read_OfAllThatMayBe_GivesIt()
    {
        using var body = new LimitedBody(new MemoryStream(Sent), Sent.Length);
        using var taken = new MemoryStream();

        await body.CopyToAsync(taken);

        Assert.Equal(Sent, taken.ToArray());
    }

    [Fact]
    public async Task Read_OfMore_IsRefusedAsTooLarge()
    {
        using var body = new LimitedBody(new MemoryStream(Sent), Sent.Length - 1);

        var refusal = await Assert.ThrowsAsync<BadHttpRequestException>(() => body.CopyToAsync(Stream.Null));

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, refusal.StatusCode);
    }
}
