namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>All tests but the one that kills: one after another on one loket, beside that one, which mostly waits.</summary>
[CollectionDefinition(Name)]
public sealed class BesideTheKills : ICollectionFixture<LoketFixture>
{
    /// <summary>For <see cref="CollectionAttribute"/>.</summary>
    public const string Name = "Beside the kills";
}
