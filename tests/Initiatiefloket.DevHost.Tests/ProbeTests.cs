using Initiatiefloket.DevHost.Probe.Http;

namespace Initiatiefloket.DevHost.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void Probe_Always_StandsBesideTheTest() => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, $"{typeof(Hello).Assembly.GetName().Name}.dll")));
}
