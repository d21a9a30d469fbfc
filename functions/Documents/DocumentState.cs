namespace Initiatiefloket.Documents;

/// <summary>Whether a document can be opened.</summary>
public enum DocumentState
{
    /// <summary>Waits for the virus scanner; nobody can open it yet.</summary>
    Held,

    /// <summary>Can be opened.</summary>
    Clean,

    /// <summary>The virus scanner found something after all; the content is gone and the entry says so.</summary>
    Refused,
}
