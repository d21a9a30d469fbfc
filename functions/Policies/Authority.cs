using System.Diagnostics;

namespace Initiatiefloket.Policies;

/// <summary>The body whose decision it is (bestuursorgaan).</summary>
public enum Authority
{
    /// <summary>The college of mayor and aldermen.</summary>
    College,

    /// <summary>The municipal council.</summary>
    Council,
}

/// <summary>Who signs on behalf of a body (Awb 10:1, 10:10).</summary>
/// <param name="Role">Their function, as it stands under a letter.</param>
/// <param name="Article">Article of the mandate.</param>
public sealed record Mandate(string Role, string Article);

/// <summary>Where one objects and appeals (Awb 3:45).</summary>
/// <param name="College">Objections to decisions of the college.</param>
/// <param name="Council">Objections to decisions of the council.</param>
/// <param name="Appeal">Appeal against a decision on an objection.</param>
public sealed record Remedies(ObjectionDesk College, ObjectionDesk Council, AppealCourt Appeal)
{
    /// <summary>Where one objects to what a body decided.</summary>
    public ObjectionDesk Of(Authority authority) => authority switch
    {
        Authority.College => College,
        Authority.Council => Council,
        _ => throw new UnreachableException(),
    };
}

/// <summary>Where objections go.</summary>
/// <param name="Web">The page to object on.</param>
/// <param name="Email">The address to mail to.</param>
/// <param name="Address">The address to write to, line by line.</param>
public sealed record ObjectionDesk(Uri Web, string Email, IReadOnlyList<string> Address);

/// <summary>The court of appeal.</summary>
/// <param name="Court">Its name with the article, as "de rechtbank Overijssel".</param>
/// <param name="Web">The page to appeal on.</param>
/// <param name="Address">The address to write to, line by line.</param>
public sealed record AppealCourt(string Court, Uri Web, IReadOnlyList<string> Address);
