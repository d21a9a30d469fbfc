using Initiatiefloket.DevHost;

namespace Initiatiefloket.Testing;

/// <summary>Ports for apps that tests start.</summary>
public static class FreePort
{
    /// <summary>A port of this machine that nothing listens on now.</summary>
    public static int Find() => AzuritePorts.FreePort();
}
