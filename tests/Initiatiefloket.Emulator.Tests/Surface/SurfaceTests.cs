using System.Reflection;
using Initiatiefloket.Emulator.Tests.Tables;

namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>Nobody outside the emulator may be able to tell which build it is in, so a stand-in has nothing public that the real package lacks.</summary>
public sealed class SurfaceTests
{
    [ListedApiTheory]
    [InlineData("Azure.Data.Tables")]
    [InlineData("Microsoft.Azure.Functions.Worker")]
    [InlineData("Microsoft.DurableTask")]
    [InlineData("SendGrid")]
    public void PublicMembers_OfAStandIn_ExistInTheRealPackage(string standIn)
    {
        var real = RealApi.Read();

        var surplus = Assembly.Load(standIn).GetExportedTypes().SelectMany(real.Surplus).ToList();

        Assert.True(surplus.Count == 0, $"{standIn} has {surplus.Count} public members that the real package lacks:{Environment.NewLine}{string.Join(Environment.NewLine, surplus)}");
    }

    [ListedApiTheory]
    [InlineData(typeof(Measurement), "class Initiatiefloket.Emulator.Tests.Tables.Measurement: no such type")]
    [InlineData(typeof(SendGrid.Spare), "public void SendGrid.Spare.Send(string to): no such member")]
    public void Surplus_OfATypeThatIsNotListed_IsNamed(Type type, string expected) =>
        Assert.Contains(expected, RealApi.Read().Surplus(type));
}
