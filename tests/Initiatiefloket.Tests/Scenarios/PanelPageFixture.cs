using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town in which small amounts take a code to confirm, and larger ones two professionals who do not see each other's votes.</summary>
public sealed class PanelPageFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies =
    [
        new(json =>
        {
            json["bands"]![0]!["review"]!["confirmByCode"] = true;
            json["bands"]![1]!["review"]!["reviewers"] = 2;
            json["bands"]![1]!["review"]!["sealed"] = true;

            // The second is always the same, whatever else they have to do.
            json["reviewers"]![1]!["neighbourhoods"]!.AsArray().Add("de-thij");
        }),
    ];

    protected override string[] Settings => [$"--Policy:File={_policies[0].File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
