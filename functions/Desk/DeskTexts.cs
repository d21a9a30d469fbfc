namespace Initiatiefloket.Desk;

/// <summary>Names the English texts of this folder.</summary>
public sealed class DeskTexts;
