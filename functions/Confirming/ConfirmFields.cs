using System.Globalization;
using System.Text;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Confirming;

/// <summary>What a decision looks like as it was posted.</summary>
public static class ConfirmFields
{
    /// <summary>Field with the code that was typed.</summary>
    public const string CodeField = "bevestigingscode";

    /// <summary>Name of the button that asks for another code.</summary>
    public const string AgainField = "nieuwe-code";

    /// <summary>The fields of the decision itself, in the order of the form: without code, and without the antiforgery token, which is new on each page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IFormCollection form) =>
    [
        .. form
            .Where(field => field.Key is not (CodeField or AgainField) && !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))),
    ];

    /// <summary>Hash of the fields, 64 hexadecimal digits: the same however often the form is posted, in whatever order a browser sends it.</summary>
    public static string FingerprintOf(IFormCollection form)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in FieldsOf(form).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Append(text, name);
            Append(text, value.ReplaceLineEndings("\n"));
        }

        return Digest.Of(text.ToString());
    }

    // With its length, so that no text can be taken for the end of one field and the beginning of the next.
    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
}
