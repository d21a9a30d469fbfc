using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Submission;

/// <summary>The kinds of applicant as the form names them.</summary>
public static class ApplicantKinds
{
    public const string Person = "bewoner";
    public const string Group = "groep";
    public const string Foundation = "stichting";

    /// <summary>The kind that was chosen; a person when none was.</summary>
    public static bool TryRead(string chosen, out ApplicantKind kind)
    {
        kind = chosen switch
        {
            Group => ApplicantKind.Group,
            Foundation => ApplicantKind.Foundation,
            _ => ApplicantKind.Person,
        };
        return chosen is Person or Group or Foundation;
    }
}
