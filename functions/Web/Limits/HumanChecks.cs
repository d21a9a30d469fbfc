using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Initiatiefloket.Languages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>
/// Tells programs that fill in every form they find from people, without a puzzle: a field that nobody sees has to stay empty, and a form takes some
/// seconds. Who is stopped by mistake gets the form back with all that was typed and presses once more. <c>HumanCheck.razor</c> puts the fields in a form.
/// </summary>
public sealed class HumanChecks(
    IDataProtectionProvider protection, TimeProvider clock, IOptions<HumanCheckOptions> options, IStringLocalizer<Texts> texts)
{
    /// <summary>The field that nobody sees; programs like its name.</summary>
    public const string TrapField = "website";

    /// <summary>When the form was first shown, sealed.</summary>
    public const string ShownAtField = "getoond";

    private readonly IDataProtector _seal = protection.CreateProtector(nameof(HumanChecks));

    /// <summary>Adds a message about the form as a whole when it was not filled in as people do.</summary>
    public void Look(IFormCollection form, FormErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (form.Text(TrapField).Length > 0)
        {
            errors.Add("", texts["Een verborgen veld was ingevuld, misschien door uw browser. Wij hebben het leeggemaakt. Druk nog een keer op de knop."]);
        }
        else if (clock.GetUtcNow() - ShownAt(form) is not { } taken || taken < TimeSpan.FromSeconds(options.Value.LeastSeconds))
        {
            errors.Add("", texts["Dat ging wel erg snel. Kijk of alles klopt en druk nog een keer op de knop."]);
        }
    }

    /// <summary>What a form carries: the moment it was first shown, so that who mends a mistake does not have to wait again.</summary>
    internal string Stamp(HttpRequest? request) =>
        request is { HasFormContentType: true } && ShownAt(request.Form) is not null
            ? request.Form[ShownAtField].ToString()
            : _seal.Protect(clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    // Null when it is missing or not ours.
    private DateTimeOffset? ShownAt(IFormCollection form)
    {
        try
        {
            return DateTimeOffset.ParseExact(_seal.Unprotect(form[ShownAtField].ToString()), "O", CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Section <c>HumanCheck</c> of the settings.</summary>
public sealed class HumanCheckOptions
{
    public const string Section = "HumanCheck";

    /// <summary>Seconds that a person needs at least to fill in a form; 0 for tests, which need none.</summary>
    [Range(0, 60)]
    public double LeastSeconds { get; set; } = 2;
}
