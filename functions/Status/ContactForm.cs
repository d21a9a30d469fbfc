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
    public const string VersionField = "versie";
    private const int LongestName = 100;

    /// <summary>The address that was asked for and is not confirmed yet, or null.</summary>
    public string? Unconfirmed { get; init; }

    public static ContactForm Of(Contact contact) =>
        new(contact.Applicant.Name, contact.Applicant.Email, contact.Applicant.Phone ?? "", contact.Version);

    public static ContactForm From(IFormCollection form) =>
        new(form.Line(NameField), form.Line(EmailField), form.Line(PhoneField), form.Text(VersionField));

    /// <summary>Adds what is wrong.</summary>
    public void Check(IStringLocalizer<Texts> texts, FormErrors errors)
    {
        errors.Require(NameField, Name, texts["Vul uw naam in."], LongestName);
        if (Email.Length == 0)
        {
            errors.Add(EmailField, texts["Vul uw e-mailadres in."]);
        }
        else if (!TypedEmail.IsOne(Email))
        {
            errors.Add(EmailField, texts["Vul een e-mailadres in met een @ en een punt, bijvoorbeeld naam@voorbeeld.nl."]);
        }

        if (Phone.Length > 0 && !TypedPhone.IsOne(Phone))
        {
            errors.Add(PhoneField, texts["Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld 06 12345678. Of laat het leeg."]);
        }
    }

    /// <summary>The applicant with what counts at once: name and telephone number.</summary>
    public Applicant ChangeIn(Applicant applicant) => applicant with { Name = Name, Phone = Phone.Length == 0 ? null : Phone };

    /// <summary>Whether another e-mail address is asked for.</summary>
    public bool HasOtherEmail(Applicant applicant) => !string.Equals(Email, applicant.Email, StringComparison.OrdinalIgnoreCase);
}
