using System.Text.RegularExpressions;

namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>The types and members of the real packages, from their listing.</summary>
internal sealed partial class RealApi
{
    private readonly Dictionary<string, ApiType> _types = [];
    private readonly Dictionary<string, ApiMember> _members = [];
    private readonly HashSet<string> _valueTypes = [];

    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "api"));

    internal static RealApi Read()
    {
        var lines = Directory.GetFiles(Folder, "*.txt").SelectMany(File.ReadLines).Where(line => line.Contains(": ", StringComparison.Ordinal) && line[0] != '#').ToList();
        var api = new RealApi();
        foreach (var declaration in lines.Where(line => line[0] == 'T').Select(line => ValueType().Match(line)).Where(match => match.Success))
        {
            api._valueTypes.Add(declaration.Groups["name"].Value);
        }

        foreach (var line in lines)
        {
            api.Add(line.TrimStart()[0], Attributes().Replace(line, "").Trim()[3..]);
        }

        return api;
    }

    /// <summary>What a stand-in's type has or allows beyond the real one, a line each.</summary>
    internal IEnumerable<string> Surplus(Type standIn)
    {
        var type = StandIn.Type(standIn);
        if (!_types.TryGetValue(type.Name, out var real))
        {
            yield return $"{type.Kind} {type.Name}: no such type";
        }

        foreach (var surplus in real is null ? [] : type.Surplus(real))
        {
            yield return $"{type.Kind} {type.Name}: the real one {surplus}";
        }

        foreach (var member in StandIn.Members(standIn))
        {
            if (!_members.TryGetValue(member.Signature, out var realMember))
            {
                yield return $"{member.Signature}: no such member";
            }
            else if (member.Surplus(realMember) is { } surplus)
            {
                yield return $"{member.Signature}: the real one {surplus}";
            }
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Initiatiefloket.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run below the repository's root.");
        }

        return folder;
    }

    private void Add(char kind, string text)
    {
        if (kind == 'T')
        {
            var type = Type(Plain(text));
            _types.TryAdd(type.Name, type);
        }
        else
        {
            var member = Member(text);
            _members.TryAdd(member.Signature, member);
        }
    }

    private static ApiType Type(string text)
    {
        var declaration = Declaration().Match(text);
        var kind = declaration.Groups["kind"].Value;
        var modifiers = declaration.Groups["modifiers"].Value;
        var isStatic = modifiers.Contains("static", StringComparison.Ordinal);
        var bases = TopLevelCommas().Split(declaration.Groups["bases"].Value);
        return new(isStatic ? "static class" : kind, declaration.Groups["name"].Value, bases, kind is not ("class" or "record" or "interface") || isStatic || modifiers.Contains("sealed", StringComparison.Ordinal));
    }

    private ApiMember Member(string text)
    {
        var accessors = Accessors().Match(text);
        var isOverridable = Overridable().IsMatch(text);
        var isEnumValue = EnumValue().IsMatch(text);
        var optional = Default().Count(text);
        var bare = accessors.Success ? text[..accessors.Index] : text;
        bare = isEnumValue ? bare : Default().Replace(ConstantValue().Replace(bare, ""), "");
        var signature = Plain(Modifiers().Replace(bare, "").Replace("const ", "static ", StringComparison.Ordinal));
        return new(signature, isOverridable, accessors.Success ? accessors.Groups["names"].Value.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries) : [], optional);
    }

    // Annotations of reference types go; those of value types are another type and stay.
    private string Plain(string text) => Annotation().Replace(text, match => IsValueType(match.Groups["name"].Value) ? match.Value : match.Groups["name"].Value)
        .Replace(">?", ">", StringComparison.Ordinal)
        .Replace("]?", "]", StringComparison.Ordinal)
        .Replace("notnull, ", "", StringComparison.Ordinal);

    private bool IsValueType(string name) => CSharpNames.IsValueKeyword(name) || _valueTypes.Contains(name)
        || AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetType(name)?.IsValueType == true);

    [GeneratedRegex(@" (enum|struct) (?<name>[\w.]+)")]
    private static partial Regex ValueType();

    [GeneratedRegex(@"( \[[A-Z]\w*(\([^)]*\))?\])+$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^public (?<modifiers>((static|abstract|sealed|readonly|ref) )*)(?<kind>class|record|struct|interface|enum|delegate) (?<name>.+?)( : (?<bases>.+?))?( where .*)?$")]
    private static partial Regex Declaration();

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex TopLevelCommas();

    [GeneratedRegex(@" \{ (?<names>[a-z; ]+) \}")]
    private static partial Regex Accessors();

    [GeneratedRegex(@"^(public|protected) (static )?(virtual|abstract|override) ")]
    private static partial Regex Overridable();

    [GeneratedRegex(@"^(?!public |protected )[\w.]+ = -?\d+$")]
    private static partial Regex EnumValue();

    [GeneratedRegex(@" = (""[^""]*""|[^,()]+)(?=[,)])")]
    private static partial Regex Default();

    [GeneratedRegex(@"(?<=const [^(]*) = .*$")]
    private static partial Regex ConstantValue();

    [GeneratedRegex(@"(?<=^(public|protected) .*)\b(virtual|abstract|override|sealed|readonly|required|async) ")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"(?<name>[\w.]+)\?")]
    private static partial Regex Annotation();
}
