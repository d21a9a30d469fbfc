namespace Initiatiefloket.Web;

/// <summary>Whose site this is, as pages, letters and mails tell it.</summary>
public sealed record SiteIdentity
{
    /// <summary>The municipality, such as "Gemeente Oldenzaal".</summary>
    public required string Municipality { get; init; }

    /// <summary>Lines of the visiting or postal address.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    public string? Telephone { get; init; }

    /// <summary>Where residents can mail their questions.</summary>
    public required string Email { get; init; }

    /// <summary>The municipality's own website, absolute.</summary>
    public Uri? Website { get; init; }
}
