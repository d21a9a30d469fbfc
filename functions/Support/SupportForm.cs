using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Support;

/// <summary>The form on which a neighbour supports an initiative, as it was typed.</summary>
public sealed record SupportForm(string Name, string Street, string Email)
{
    public const string NameField = "naam";
    public const string StreetField = "straat";
    public const string EmailField = "email";
    private const int LongestText = 100;

    public static SupportForm Empty { get; } = new("", "", "");

    public static SupportForm From(IFormCollection form) => new(form.Line(NameField), form.Value(StreetField), form.Value(EmailField));

    /// <summary>Adds what is wrong.</summary>
    public void Check(FormErrors errors, IStringLocalizer<Texts> texts)
    {
        Require(NameField, Name, texts["Vul uw naam in."], texts["Maak uw naam korter: ten hoogste {0} letters.", LongestText], errors);
        Require(StreetField, Street, texts["Vul de straat in waar u woont."], texts["Maak de straat korter: ten hoogste {0} letters.", LongestText], errors);
        errors.CheckEmail(EmailField, Email, texts, texts["Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."]);
    }

    private static void Require(string field, string text, string whenEmpty, string whenLong, FormErrors errors)
    {
        if (text.Length is 0 or > LongestText)
        {
            errors.Add(field, text.Length == 0 ? whenEmpty : whenLong);
        }
    }
}
