using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Status;

/// <summary>The form to change name, e-mail address and telephone number, as it was filled in.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Telephone number, or empty.</param>
/// <param name="Version">Version of what the form was filled from.</param>
public sealed record ContactForm(string Name, string Email, string Phone, string Version)
{
    public const string NameField = "naam";
    public const string EmailField = "email";
    public const string PhoneField = "telefoon";
    public const string VersionField = PostedText.VersionField;
    private const int LongestName = 100;

    /// <summary>The address that was asked for and is not confirmed yet, or null.</summary>
    public UnconfirmedAddress? Unconfirmed { get; init; }

    public static ContactForm Of(Contact contact) =>
        new(contact.Applicant.Name, contact.Applicant.Email, contact.Applicant.Phone ?? "", contact.Version);

    public static ContactForm From(IFormCollection form) =>
        new(form.Line(NameField), form.Value(EmailField), form.Value(PhoneField), form.Text(VersionField));

    /// <summary>Adds what is wrong.</summary>
    public void Check(IStringLocalizer<Texts> texts, FormErrors errors)
    {
        errors.Require(NameField, Name, texts["Vul uw naam in."], LongestName);
        errors.CheckEmail(EmailField, Email, texts);
        errors.CheckPhone(PhoneField, Phone, texts);
    }

    /// <summary>The applicant with what counts at once: name and telephone number.</summary>
    public Applicant ChangeIn(Applicant applicant) => applicant with { Name = Name, Phone = Phone.Length == 0 ? null : Phone };

    /// <summary>Whether another e-mail address is asked for.</summary>
    public bool HasOtherEmail(Applicant applicant) => !string.Equals(Email, applicant.Email, StringComparison.OrdinalIgnoreCase);
}
