using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Infra;

/// <summary>
/// A transformation of <c>redaction.bicep</c>, done to one value. It knows the two forms that are used there and refuses others; KQL and .NET read
/// these expressions alike.
/// </summary>
internal sealed partial record Transformation(string Table, string Kql)
{
    public static IReadOnlyDictionary<string, Transformation> All { get; } = Deployment.AsShipped
        .Only("Microsoft.Insights/dataCollectionRules")
        .At("properties.dataFlows")
        .EnumerateArray()
        .Select(flow => new Transformation(flow.At("streams")[0].GetString()!["Microsoft-Table-".Length..], flow.TextAt("transformKql")))
        .ToDictionary(transformation => transformation.Table, StringComparer.Ordinal);

    public string Apply(string column, string value)
    {
        var found = Assert.Single(Assignment().Matches(Kql), assignment => assignment.Groups["column"].Value == column).Groups;
        return found["when"].Success && !Regex.IsMatch(value, found["when"].Value) ? value
            : found["cut"].Success ? Regex.Match(value, found["cut"].Value).Value
            : found["text"].Value;
    }

    [GeneratedRegex("""
        (?<column>\w+)\ =\ (
            extract\("(?<cut>[^"]+)",\ 0,\ \k<column>\)
          | iif\((tostring\()?\k<column>\)?\ matches\ regex\ "(?<when>[^"]+)",\ (
                extract\("(?<cut>[^"]+)",\ 0,\ \k<column>\)
              | parse_json\("(?<text>[^"]+)"\)
              | "(?<text>[^"]+)"
            ),\ \k<column>\)
        )(?=,\ |$)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
