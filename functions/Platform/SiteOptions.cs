using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Platform;

/// <summary>Section <c>Site</c> of the settings.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";
    private const string AddressIsWrong = "Set Site__PublicAddress to the address under which people reach the site, such as https://initiatief.oldenzaal.nl.";

    /// <summary>Address under which people reach the site, for links in mail: <c>https://initiatief.oldenzaal.nl</c>.</summary>
    [Required(ErrorMessage = AddressIsWrong), Url(ErrorMessage = AddressIsWrong)]
    public string PublicAddress { get; set; } = "";

    /// <summary>Whether people reach it over HTTPS. Only on a developer's machine they do not.</summary>
    public bool IsSecure => PublicAddress.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
