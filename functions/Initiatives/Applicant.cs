namespace Initiatiefloket.Initiatives;

/// <summary>Who applies. Stands in a row of its own, so that erasing it leaves the decision.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Confirmed address, for everything that the municipality sends.</param>
/// <param name="Phone">Telephone number, when given.</param>
public sealed record Applicant(string Name, string Email, string? Phone)
{
    /// <summary>Code of the language for mails and pages, "nl" or "en"; null for Dutch.</summary>
    public string? Language { get; init; }
}
