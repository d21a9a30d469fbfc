using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Infra;

public sealed partial class DeployWorkflowTests
{
    private const string Step = "      - name: Settings that differ from the default\n";

    private static readonly string Workflow = Repository.Read(".github", "workflows", "deploy.yml").ReplaceLineEndings("\n");
    private static readonly string Exporting = Workflow[Workflow.IndexOf(Step, StringComparison.Ordinal)..].Split("      - name: ")[1];

    private static readonly string Parameters = Repository.Read("infra", "main.parameters.json");

    // Without a variable of its own a parameter would fall back to its default: a virus scan that is switched off, for one.
    public static TheoryData<string> Variables() => [.. All()];

    public static TheoryData<string> OptionalVariables() => [.. All().Except([.. Required(), "MAIL_API_KEY"])];

    [Theory]
    [MemberData(nameof(Variables))]
    public void Variable_OfAParameter_IsHandedToAzd(string variable) =>
        Assert.Matches($@"(?m)^ +{variable}: \${{{{ (vars|secrets)\.{variable} }}}}$", Workflow);

    [Theory]
    [MemberData(nameof(OptionalVariables))]
    public void Variable_OfAParameterWithADefault_IsLeftOutWhenEmpty(string variable)
    {
        Assert.Single(Regex.Matches(Workflow, $"vars\\.{variable}\\b"));
        Assert.Matches($@"(?m)^ +{variable}: ", Exporting);
        Assert.Matches($@"for name in [A-Z_ \\\n]*\b{variable}\b", Exporting);
    }

    private static IEnumerable<string> All() => Variable().Matches(Parameters).Select(variable => variable.Groups[1].Value);

    private static IEnumerable<string> Required() => Regex
        .Matches(Repository.Read("infra", "main.bicep"), @"^param (\w+) \w+\r?$", RegexOptions.Multiline)
        .Select(parameter => Regex.Match(Parameters, $$"""{{parameter.Groups[1].Value}}": {\s+"value": "\${(\w+)}""").Groups[1].Value);

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Variable();
}
