using System.Diagnostics;

namespace Initiatiefloket.Web;

public enum ButtonKind
{
    /// <summary>What most people do next; one on a page.</summary>
    Primary,

    /// <summary>The other ways.</summary>
    Secondary,

    /// <summary>Cannot be taken back, such as withdrawing.</summary>
    Danger,
}

internal static class ButtonClass
{
    // Whole class names, because the build keeps only the CSS whose classes it finds in the sources.
    public static string Of(ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "utrecht-button utrecht-button--primary-action",
        ButtonKind.Secondary => "utrecht-button utrecht-button--secondary-action",
        ButtonKind.Danger => "utrecht-button utrecht-button--primary-action utrecht-button--danger",
        _ => throw new UnreachableException(),
    };
}
