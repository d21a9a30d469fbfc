namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town with <c>policy.example.json</c>: other names and other ids than the policy that is shipped.</summary>
public sealed class ExampleTownFixture : TownFixture
{
    protected override string[] Settings => ["--Policy:File=policy.example.json", "--Mail:From=initiatiefloket@voorbeeldstad.example"];
}
