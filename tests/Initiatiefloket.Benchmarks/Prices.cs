using System.Text.Json;

namespace Initiatiefloket.Benchmarks;

/// <summary>What things cost (<c>prices.json</c>, with where each price comes from).</summary>
/// <param name="Date">Of which day.</param>
/// <param name="EuroPerDollar">The price lists are in dollars.</param>
/// <param name="All">The prices.</param>
/// <param name="InstanceGigabytes">Memory of an instance (infra/modules/function-app.bicep).</param>
/// <param name="LeastSeconds">What the shortest execution counts for.</param>
internal sealed record Prices(
    DateOnly Date, double EuroPerDollar, IReadOnlyList<Price> All, double InstanceGigabytes, double LeastSeconds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Prices Read() => JsonSerializer.Deserialize<Prices>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "prices.json")), Json)!;

    /// <summary>In euros.</summary>
    public double Of(string what, double number)
    {
        var price = All.Single(one => one.What == what);
        return number * price.Dollar / price.Per * EuroPerDollar;
    }
}

/// <summary>A price.</summary>
/// <param name="What">Of what.</param>
/// <param name="Dollar">In dollars.</param>
/// <param name="Per">For so many.</param>
internal sealed record Price(string What, double Dollar, double Per);
