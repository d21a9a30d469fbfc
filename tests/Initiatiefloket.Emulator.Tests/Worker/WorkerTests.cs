using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Worker;

/// <summary>Tests of the host share one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class WorkerTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Worker";
}
