using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Initiatiefloket.Web;

/// <summary>What every form field has: a name, a label above it, a hint, and the message that the form has for it.</summary>
public abstract class Field : ComponentBase
{
    [CascadingParameter]
    public FormErrors? Errors { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Fields are required unless they say "(optioneel)": that is less to read than a star at nearly every field.</summary>
    [Parameter]
    public bool Optional { get; set; }

    protected string Id => FieldId.Of(Name);

    protected string? Error => Errors?.For(Name);

    protected string? Invalid => Error is null ? null : "true";

    /// <summary>Not the <c>required</c> attribute: browsers mark such a field as wrong before anything is typed.</summary>
    protected string? Required => Optional ? null : "true";

    /// <summary>Ids of hint and message, for <c>aria-describedby</c>; null when there are none.</summary>
    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => FieldFrame.HintId(Id),
        (null, not null) => FieldFrame.ErrorId(Id),
        _ => $"{FieldFrame.HintId(Id)} {FieldFrame.ErrorId(Id)}",
    };
}

/// <summary>The HTML id that belongs to a form field's name, so that the error summary can link to the field.</summary>
public static partial class FieldId
{
    /// <summary><c>costs[0].amount</c> becomes <c>costs-0-amount</c>.</summary>
    public static string Of(string name) => NotInAnId().Replace(name, "-").Trim('-');

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInAnId();
}

/// <summary>One answer to choose in a <see cref="RadioGroup"/> or <see cref="SelectField"/>.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
