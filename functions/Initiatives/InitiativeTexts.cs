namespace Initiatiefloket.Initiatives;

/// <summary>Names the English texts of this folder.</summary>
public sealed class InitiativeTexts;
