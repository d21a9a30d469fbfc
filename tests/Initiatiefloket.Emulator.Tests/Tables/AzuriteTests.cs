using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Tables;

/// <summary>One Azurite for all tests of this assembly that are in the collection "Azurite".</summary>
[CollectionDefinition("Azurite")]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>;
