using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town in which the second of two reviewers is always the same, whatever else they have to do: who works in that part of town.</summary>
public sealed class PanelFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [new(json => json["reviewers"]![1]!["neighbourhoods"]!.AsArray().Add("de-thij"))];

    protected override string[] Settings => [$"--Policy:File={_policies[0].File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
