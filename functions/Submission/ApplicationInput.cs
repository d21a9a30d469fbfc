using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Submission;

/// <summary>A valid application form.</summary>
/// <param name="FormId">Id of the form as it was shown.</param>
/// <param name="Application">What is asked for.</param>
/// <param name="Applicant">By whom.</param>
public sealed record ApplicationInput(string FormId, Application Application, Applicant Applicant);
