namespace Initiatiefloket.Endings;

/// <summary>Why an application is refused.</summary>
public enum RefusalGround
{
    /// <summary>The professional declined, with reasons.</summary>
    Professional,

    /// <summary>The ceiling is reached (Awb 4:25).</summary>
    PotIsEmpty,

    /// <summary>The council declined, with reasons.</summary>
    Council,
}
