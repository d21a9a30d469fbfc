using System.Text.Json.Nodes;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town whose pot closes at the end of May and holds less than residents ask for.</summary>
public class SmallPotFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [];

    protected override string[] Settings => [PolicyWith(euros: 5000)];

    /// <summary>How the money is divided: whole amounts only.</summary>
    protected virtual JsonNode Division => new JsonObject { ["rule"] = "strict" };

    /// <summary>The setting that names a policy with this much money.</summary>
    public string PolicyWith(int euros)
    {
        var policy = new PolicyDraft(json =>
        {
            var pot = json["pots"]![0]!;
            pot["closesOn"] = "2026-05-29";
            pot["division"] = Division;
            pot.AsObject().Remove("warnBelow");
            pot["funds"]!.AsArray().Clear();
            pot["funds"]!.AsArray().Add(new { id = "welzijn", name = "Welzijn", amount = euros });
        });
        _policies.Add(policy);
        return $"--Policy:File={policy.File}";
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
