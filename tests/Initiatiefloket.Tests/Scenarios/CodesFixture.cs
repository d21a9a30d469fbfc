using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that forbids links in mail.</summary>
public sealed class CodesFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [new(json => json["mail"]!["codesInsteadOfLinks"] = true)];

    protected override string[] Settings => [$"--Policy:File={_policies[0].File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
