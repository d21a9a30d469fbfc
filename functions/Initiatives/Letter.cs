namespace Initiatiefloket.Initiatives;

/// <summary>What a letter decides.</summary>
public enum LetterKind
{
    /// <summary>Verlening.</summary>
    Award,

    /// <summary>Afwijzing.</summary>
    Refusal,

    /// <summary>Buitenbehandelingstelling.</summary>
    SetAside,
}

/// <summary>A decision letter in blob storage.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="BlobName">Unguessable name in the container of letters.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="AnnouncedOn">The day it was sent, from which the objection term runs (Awb 6:8); null until then.</param>
public sealed record Letter(LetterKind Kind, string BlobName, DateOnly DecidedOn, DateOnly? AnnouncedOn);
