namespace Initiatiefloket.Initiatives;

/// <summary>Marks the resource with the English texts of this folder.</summary>
public sealed class InitiativeTexts;
