using System.Text.Json.Serialization;

namespace Initiatiefloket.Initiatives;

/// <summary>Who applies. Stands in a row of its own, so that erasing it leaves the decision.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Confirmed address, for everything that the municipality sends; empty for somebody who applied on paper and has none.</param>
/// <param name="Phone">Telephone number, when given.</param>
public sealed record Applicant(string Name, string Email, string? Phone)
{
    public ApplicantKind Kind { get; init; }

    /// <summary>Name of the group or the foundation; null for a person.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where the applicant lives or the foundation is seated; the law asks for it (Awb 4:2).</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Code of the language for mails and pages, "nl" or "en"; null for Dutch.</summary>
    public string? Language { get; init; }

    /// <summary>Whom a letter is addressed to, a line each.</summary>
    public IReadOnlyList<string> Addressee =>
        [.. new[] { Organisation, Name }.OfType<string>(), .. Address?.Lines ?? []];
}

/// <summary>As what somebody applies.</summary>
public enum ApplicantKind
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>Neighbours together, without a legal form.</summary>
    Group,

    /// <summary>A foundation or association, which is registered.</summary>
    Foundation,
}

/// <summary>Where somebody lives, in the Netherlands or elsewhere.</summary>
/// <param name="Street">Street and number.</param>
/// <param name="PostCode">As "7571 AB" here, and as the country has it elsewhere.</param>
/// <param name="Town">Name of the town.</param>
public sealed record PostalAddress(string Street, string PostCode, string Town)
{
    /// <summary>The country, in Dutch; null for the Netherlands.</summary>
    public string? Country { get; init; }

    /// <summary>The address as on an envelope, a line each.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines => [Street, Place, .. Country is null ? Array.Empty<string>() : [Country]];

    /// <summary>The second line on an envelope, with two spaces as the post here has it.</summary>
    public string Place => Country is null ? $"{PostCode}  {Town}" : $"{PostCode} {Town}".Trim();
}

/// <summary>Which mails the applicant wants.</summary>
public enum MailsWanted
{
    /// <summary>A mail at each step.</summary>
    All,

    /// <summary>Only what asks for action, what was decided, and what the law wants in writing; these cannot be switched off.</summary>
    Needed,
}
