using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town whose storage can be stopped.</summary>
public class OutageFixture : TownFixture
{
    public AzuriteFixture Azurite { get; } = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    protected override async Task<string> OpenStorageAsync()
    {
        await Azurite.StartAsync();
        return Azurite.ConnectionString;
    }
}
