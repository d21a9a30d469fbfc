using Initiatiefloket.DevHost;

namespace Initiatiefloket.Testing;

/// <summary>Ports for apps that tests start.</summary>
public static class FreePort
{
    /// <summary>A port of this machine that nothing listens on now; not one that a host which is starting may choose for itself.</summary>
    public static int Find() => AzuritePorts.FreePort(20_000, 32_000);
}
