using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Mail;
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

    /// <summary>What was asked for and does not count yet, or null.</summary>
    public UnconfirmedChange? Unconfirmed { get; init; }

    /// <summary>The form with what is asked for, and else with what counts.</summary>
    public static ContactForm Of(ApplicantContact contact, DateTimeOffset now)
    {
        var shown = contact.Changes.WaitingAt(now)?.AppliedTo(contact.Applicant) ?? contact.Applicant;
        return new ContactForm(shown.Name, shown.Email, shown.Phone ?? "", contact.Version);
    }

    public static ContactForm From(IFormCollection form) =>
        new(form.Line(NameField), form.Value(EmailField), form.Value(PhoneField), form.Text(VersionField));

    /// <summary>Adds what is wrong.</summary>
    public void Check(IStringLocalizer<Texts> texts, FormErrors errors)
    {
        errors.Require(NameField, Name, texts["Vul uw naam in."], LongestName);
        errors.CheckEmail(EmailField, Email, texts);
        errors.CheckPhone(PhoneField, Phone, texts);
    }

    /// <summary>The applicant as the form wants it. An address in other capitals is the same.</summary>
    public Applicant ChangeIn(Applicant applicant) => applicant with
    {
        Name = Name,
        Phone = Phone.Length == 0 ? null : Phone,
        Email = string.Equals(Email, applicant.Email, StringComparison.OrdinalIgnoreCase) ? applicant.Email : Email,
    };
}

/// <summary>A change that the applicant is still to confirm.</summary>
/// <param name="Change">What is asked.</param>
/// <param name="Tries">The mails to the new address, or when there is none to the present one.</param>
public sealed record UnconfirmedChange(ContactChange Change, MailTries Tries);
