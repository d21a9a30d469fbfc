namespace Initiatiefloket.Initiatives;

/// <summary>A filled-in form that waits for the applicant to confirm the e-mail address.</summary>
/// <param name="FormId">Id of the form as it was shown; the same form sent twice is one draft.</param>
/// <param name="Initiative">State row.</param>
/// <param name="Application">What was written.</param>
/// <param name="Applicant">By whom.</param>
public sealed record Draft(string FormId, Initiative Initiative, Application Application, Applicant Applicant);
