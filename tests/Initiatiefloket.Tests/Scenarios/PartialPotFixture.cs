using System.Text.Json.Nodes;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The town with the small pot, which also offers half of what was approved, to be answered within a week.</summary>
public sealed class PartialPotFixture : SmallPotFixture
{
    protected override JsonNode Division => new JsonObject
    {
        ["rule"] = "strict",
        ["partial"] = new JsonObject { ["atLeast"] = 50, ["answerWithin"] = "7 dagen" },
    };
}
