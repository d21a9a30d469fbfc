using System.Diagnostics.Metrics;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Initiatiefloket.Tests.Web;

/// <summary>Traces of abuse in a test that looks at something else.</summary>
internal static class AbuseIn
{
    public static Abuse None(KeyedHash hash)
    {
        var meters = new Mock<IMeterFactory>();
        meters.Setup(factory => factory.Create(It.IsAny<MeterOptions>())).Returns<MeterOptions>(options => new Meter(options));
        return new Abuse(hash, new HttpContextAccessor(), meters.Object, NullLogger<Abuse>.Instance);
    }
}
