using System.Text.Json;

namespace Initiatiefloket.Policies;

/// <summary>Reads and checks a policy file.</summary>
public static class PolicyFile
{
    /// <summary>Reads the policy in a JSON file.</summary>
    /// <exception cref="PolicyException">The file cannot be used; the message lists in Dutch all that is wrong, with its place.</exception>
    public static Policy Load(string path)
    {
        var problems = new PolicyProblems();
        using var json = Open(path);
        var policy = Read(json.RootElement, problems);
        return problems.All.Count == 0 ? policy : throw new PolicyException(path, problems.All);
    }

    /// <summary>Reads a policy and notes all that is wrong; it can only be used when that is nothing.</summary>
    internal static Policy Read(JsonElement json, PolicyProblems problems)
    {
        var policy = PolicyReader.Read(json, problems);
        PolicyChecks.Check(policy, problems);
        return policy;
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonDocument.Parse(file);
        }
        catch (JsonException exception)
        {
            var place = $"regel {exception.LineNumber + 1}, teken {exception.BytePositionInLine + 1}";
            throw Unusable(path, $"dit is geen geldige JSON ({place}). Controleer daar komma's, haken en aanhalingstekens.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unusable(path, "het bestand is er niet. Zet het neer of verwijs met de instelling Policy:File naar een ander.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, "het bestand is niet te lezen. Controleer de rechten op het bestand.");
        }
    }

    private static PolicyException Unusable(string path, string message) => new(path, [new PolicyProblem("", message)]);
}
