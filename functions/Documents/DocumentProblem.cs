using System.Diagnostics;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Documents;

/// <summary>Why a file is not taken.</summary>
public enum DocumentProblem
{
    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It has more bytes than the policy allows.</summary>
    TooLarge,

    /// <summary>There are as many documents as the policy allows.</summary>
    TooMany,

    /// <summary>The form was sent in the meantime.</summary>
    TooLate,

    /// <summary>There are more files in one request than the policy allows.</summary>
    TooManyAtOnce,

    /// <summary>With the files before it in the same request, it unpacks to more than is looked at in one go.</summary>
    TooMuchAtOnce,

    /// <summary>It is not a kind that we take.</summary>
    UnknownKind,

    /// <summary>Its name promises a kind that we take, its content is another.</summary>
    NotWhatItSays,

    /// <summary>A photo as iPhones make them, which could not be made into one that browsers show.</summary>
    Heic,

    /// <summary>A scan of several pages, of which browsers would show only one.</summary>
    SeveralPages,

    /// <summary>A file of Office 2003 or older.</summary>
    OldOffice,

    /// <summary>It ends too early or is put together wrongly.</summary>
    Damaged,

    /// <summary>It is of two kinds at once; whoever opens it decides what it is.</summary>
    TwoKinds,

    /// <summary>It holds macros or other programs.</summary>
    Macros,

    /// <summary>It holds a file of another program (OLE), which only that program could look at.</summary>
    ForeignObject,

    /// <summary>It fetches something from elsewhere when it is opened: a template, a picture, the cells of another file (DDE).</summary>
    FetchesElsewhere,

    /// <summary>It cannot be read without a password.</summary>
    Encrypted,

    /// <summary>It unpacks to far more than its size (a "zip bomb").</summary>
    UnpacksTooLarge,

    /// <summary>It is an image of more pixels than any camera makes.</summary>
    TooManyPixels,

    /// <summary>The virus scanner found something.</summary>
    Infected,
}

/// <summary>Says what somebody can do about a file that we do not take.</summary>
public sealed class DocumentMessages(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>The message, in the visitor's language.</summary>
    public string For(DocumentProblem problem) => problem switch
    {
        DocumentProblem.Empty => texts["Dit bestand is leeg. Kies een ander bestand."],
        DocumentProblem.TooLarge => texts["Dit bestand is te groot. Kies een bestand van ten hoogste {0} MB.", policy.Documents.MegabytesEach],
        DocumentProblem.TooMany => texts["U kunt hier ten hoogste {0} bestanden meesturen. Verwijder eerst een ander bestand.", policy.Documents.AtMost],
        DocumentProblem.TooLate => texts["Uw aanvraag is net verstuurd, zonder dit bestand. Bel of mail ons als u het nog wilt sturen."],
        DocumentProblem.TooManyAtOnce => texts["U stuurt te veel bestanden tegelijk. Kies er ten hoogste {0}. Wij hebben nu geen bestand bewaard.", policy.Documents.AtMost],
        DocumentProblem.TooMuchAtOnce => texts["Samen zijn deze bestanden te groot om in één keer te bekijken. Voeg dit bestand apart toe."],
        DocumentProblem.UnknownKind => texts["Dit soort bestand kunnen wij niet aannemen. Stuur een PDF, een foto (JPEG, PNG, HEIC, WEBP of TIFF) of een document (ODT, ODS, DOCX of XLSX)."],
        DocumentProblem.NotWhatItSays => texts["De inhoud van dit bestand past niet bij de naam. Open het bestand, sla het opnieuw op en stuur het dan."],
        DocumentProblem.Heic => texts["Deze foto (HEIC) kunnen wij niet openen. Stuur de foto als JPEG. Op een iPhone: kies Instellingen > Camera > Structuur > Meest compatibel en maak de foto opnieuw, of mail de foto naar uzelf."],
        DocumentProblem.SeveralPages => texts["Dit bestand (TIFF) heeft meer dan één bladzijde. Sla het op als PDF en stuur die."],
        DocumentProblem.OldOffice => texts["Dit bestand is van een oude versie van Office. Sla het op als DOCX, XLSX of PDF en stuur dat."],
        DocumentProblem.Damaged => texts["Dit bestand is beschadigd of niet compleet. Open het, sla het opnieuw op en stuur het dan."],
        DocumentProblem.TwoKinds => texts["In dit bestand zit nog een ander bestand verstopt. Open het, sla het opnieuw op en stuur het dan."],
        DocumentProblem.Macros => texts["In dit bestand zitten macro's. Die zijn niet veilig. Sla het bestand op zonder macro's of als PDF."],
        DocumentProblem.ForeignObject => texts["In dit bestand zit een bestand van een ander programma. Wij kunnen niet zien of dat veilig is. Sla het bestand op als PDF en stuur die."],
        DocumentProblem.FetchesElsewhere => texts["Dit bestand haalt iets op van een andere plek als iemand het opent, zoals een sjabloon of een plaatje. Sla het bestand op als PDF en stuur die."],
        DocumentProblem.Encrypted => texts["Dit bestand vraagt een wachtwoord. Sla het op zonder wachtwoord en voeg het opnieuw toe."],
        DocumentProblem.UnpacksTooLarge => texts["De inhoud van dit bestand is te groot. Sla het op als PDF en stuur die."],
        DocumentProblem.TooManyPixels => texts["Deze afbeelding is te groot om te tonen. Maak de afbeelding kleiner en stuur haar dan."],
        DocumentProblem.Infected => texts["In dit bestand zit een virus. Wij hebben het niet bewaard. Stuur een ander bestand."],
        _ => throw new UnreachableException(),
    };
}
