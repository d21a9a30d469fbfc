namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town in which few unknown links are enough to be stopped.</summary>
public sealed class GuessingFixture : TownFixture
{
    protected override string[] Settings => ["--RateLimits:UnknownLinksPerHour=3"];
}
