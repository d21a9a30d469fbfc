namespace Initiatiefloket.Council;

/// <summary>Names the English texts of this folder: what the applicant reads.</summary>
public sealed class CouncilTexts;
