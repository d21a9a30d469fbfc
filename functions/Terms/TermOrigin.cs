namespace Initiatiefloket.Terms;

/// <summary>Who set a term, and so whether its end moves off weekends and holidays.</summary>
public enum TermOrigin
{
    /// <summary>The municipality: it ends where counting ends.</summary>
    Town,

    /// <summary>An act of parliament: Algemene termijnenwet 1 and 2 move its end, unless it is longer than twelve weeks or ninety days (4).</summary>
    Law,
}
