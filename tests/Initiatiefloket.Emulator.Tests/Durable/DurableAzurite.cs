using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>One Azurite for the tests of the engine; each test has a task hub of its own.</summary>
[CollectionDefinition(nameof(DurableAzurite))]
public sealed class DurableAzurite : ICollectionFixture<AzuriteFixture>;
