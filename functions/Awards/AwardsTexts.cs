namespace Initiatiefloket.Awards;

/// <summary>Names the English texts of this folder: the mail to the applicant. The letter itself is in Dutch, the official language (Awb 2:6).</summary>
public sealed class AwardsTexts;
