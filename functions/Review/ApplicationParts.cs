using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>The parts of an application that can be asked about: what they are called and what was filled in there.</summary>
public static class ApplicationParts
{
    /// <summary>The parts to choose from beside the application as a whole.</summary>
    public static IEnumerable<Choice> Choices(IStringLocalizer<Texts> texts) => Enum.GetValues<ApplicationPart>()
        .Where(part => part != ApplicationPart.Whole)
        .Select(part => new Choice(part.ToString(), part.InWords(texts)));

    /// <summary>The part that was chosen in a form; the application as a whole when there is no such part.</summary>
    public static ApplicationPart Read(string chosen) =>
        Enum.TryParse<ApplicationPart>(chosen, out var part) && Enum.IsDefined(part) ? part : ApplicationPart.Whole;

    extension(ApplicationPart part)
    {
        /// <summary>What the part is called.</summary>
        public string InWords(IStringLocalizer<Texts> texts) => part switch
        {
            ApplicationPart.Whole => texts["De hele aanvraag"],
            ApplicationPart.Plan => texts["Wat en waarom"],
            ApplicationPart.Place => texts["Waar"],
            ApplicationPart.When => texts["Wanneer"],
            ApplicationPart.ForWhom => texts["Voor wie"],
            ApplicationPart.Participants => texts["Deelnemers"],
            ApplicationPart.Partners => texts["Wie helpt mee"],
            ApplicationPart.Costs => texts["Kosten"],
            ApplicationPart.Asked => texts["Gevraagd bedrag"],
            ApplicationPart.Documents => texts["Documenten"],
            _ => throw new UnreachableException(),
        };

        /// <summary>What the applicant filled in there; null when nothing was, or when the part is more than a text.</summary>
        public string? In(Application application, Policy policy) => part switch
        {
            ApplicationPart.Plan => application.Plan,
            ApplicationPart.Place => Lines(policy.NeighbourhoodName(application.NeighbourhoodId), application.Place),
            ApplicationPart.When => Lines(application.StartsOn?.InWords(), application.EndsOn?.InWords()),
            ApplicationPart.ForWhom => application.ForWhom,
            ApplicationPart.Participants => application.Participants?.ToString("N0", CultureInfo.CurrentCulture),
            ApplicationPart.Partners => application.Partners,
            ApplicationPart.Costs => Lines([.. application.Costs.Select(line => $"{line.Description}: {line.Amount}")]),
            ApplicationPart.Asked => application.Asked.ToString(),
            ApplicationPart.Whole or ApplicationPart.Documents => null,
            _ => throw new UnreachableException(),
        };
    }

    private static string? Lines(params IReadOnlyList<string?> lines) =>
        string.Join('\n', lines.Where(line => line is not null)) is { Length: > 0 } text ? text : null;
}

/// <summary>The questions about what an applicant left open, ready to be put.</summary>
public static class GapQuestions
{
    private const string Why = "Dit is nog niet ingevuld. Wij hebben het nodig om te kunnen beslissen.";

    extension(Gap gap)
    {
        /// <summary>What is missing, in the reviewer's words.</summary>
        public string InDutch => gap switch
        {
            Gap.ForWhom => "Voor wie het is, en wat er beter wordt",
            Gap.Participants => "Hoeveel mensen er meedoen",
            Gap.StartsOn => "Wanneer het begint",
            Gap.Partners => "Met wie de aanvrager samenwerkt",
            Gap.Costs => "Welke kosten er zijn",
            _ => throw new UnreachableException(),
        };

        /// <summary>The question about it; the reviewer may still change it.</summary>
        public TypedQuestion Question => gap switch
        {
            Gap.ForWhom => Ask(ApplicationPart.ForWhom, "Voor wie is uw plan, en wat wordt er voor hen beter?"),
            Gap.Participants => Ask(ApplicationPart.Participants, "Hoeveel mensen doen er ongeveer mee?"),
            Gap.StartsOn => Ask(ApplicationPart.When, "Wanneer wilt u beginnen, en wanneer is het klaar?"),
            Gap.Partners => Ask(ApplicationPart.Partners, "Met wie werkt u samen, en wat doen zij?"),
            Gap.Costs => Ask(ApplicationPart.Costs, "Welke kosten maakt u? Noem elke soort kosten met het bedrag."),
            _ => throw new UnreachableException(),
        };
    }

    private static TypedQuestion Ask(ApplicationPart about, string text) => new(about.ToString(), text, Why);
}
