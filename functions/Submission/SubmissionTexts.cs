namespace Initiatiefloket.Submission;

/// <summary>Names the English texts of the form and what surrounds it.</summary>
public sealed class SubmissionTexts;
