namespace Initiatiefloket.Status;

/// <summary>Names the English texts of this folder.</summary>
public sealed class StatusTexts;
