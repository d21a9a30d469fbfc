using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says of changes of the applicant's data.</summary>
internal static class ContactLines
{
    /// <summary>"E-mailadres, op 3 maart 2026: van a@voorbeeld.nl naar b@voorbeeld.nl".</summary>
    public static string Of(ContactChanged change, IStringLocalizer<Texts> texts) =>
        texts["{0}, op {1}: {2}", NameOf(change.Part, texts), LocalTime.DayOf(change.At).InWords(), FromTo(change, texts)];

    private static string NameOf(ContactPart part, IStringLocalizer<Texts> texts) => part switch
    {
        ContactPart.Name => texts["Naam"],
        ContactPart.Email => texts["E-mailadres"],
        ContactPart.Phone => texts["Telefoonnummer"],
        _ => throw new UnreachableException(),
    };

    private static string FromTo(ContactChanged change, IStringLocalizer<Texts> texts) => change switch
    {
        { From: null } => texts["{0}; eerst was er geen", change.To!],
        { To: null } => texts["weggehaald; het was {0}", change.From],
        _ => texts["van {0} naar {1}", change.From, change.To],
    };
}
