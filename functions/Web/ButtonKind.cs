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
