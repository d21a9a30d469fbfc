namespace Initiatiefloket.Initiatives;

/// <summary>A new e-mail address that the applicant asked for. It counts once the link that was mailed to it is followed and confirmed.</summary>
/// <param name="Number">Counted from 1; the link in the mail belongs to one number.</param>
/// <param name="Email">The new address; null when it was confirmed.</param>
public sealed record EmailChange(int Number, string? Email)
{
    /// <summary>How often an applicant may ask for another address; after that somebody should talk to them.</summary>
    public const int Most = 10;
}
