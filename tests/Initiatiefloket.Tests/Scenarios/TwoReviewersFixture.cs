using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town in which two reviewers know the same theme.</summary>
public sealed class TwoReviewersFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [new(json => json["reviewers"]![1]!["themes"]!.AsArray().Add("meedoen-en-ontmoeten"))];

    protected override string[] Settings => [$"--Policy:File={_policies[0].File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
