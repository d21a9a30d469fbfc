using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Links;

/// <summary>A link that somebody was sent, as far as it is needed to send another one.</summary>
/// <param name="InitiativeId">The initiative it is about.</param>
/// <param name="Person">Whom it was sent to (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Purpose">What it was good for.</param>
public sealed record LinkHeld(string InitiativeId, Actor Person, LinkPurpose Purpose);
