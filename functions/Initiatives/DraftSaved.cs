namespace Initiatiefloket.Initiatives;

/// <summary>How saving a draft went.</summary>
public enum DraftSaved
{
    /// <summary>Stored, or stored again with what was changed.</summary>
    Now,

    /// <summary>This form was confirmed already; nothing changed.</summary>
    AlreadySent,

    /// <summary>The reference belongs to another form.</summary>
    ReferenceTaken,
}
