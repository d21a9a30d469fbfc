namespace Initiatiefloket.Tests.Platform;

/// <summary>Test classes that share one Azurite, one after the other.</summary>
[CollectionDefinition(nameof(OnStorage))]
public sealed class OnStorage : ICollectionFixture<AppStorage>;
