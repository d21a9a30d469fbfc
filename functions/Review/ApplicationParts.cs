using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>The parts of an application that can be asked about: what they are called and what was filled in there.</summary>
public static class ApplicationParts
{
    /// <summary>The parts to choose from, as the professional sees them.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
        [.. Enum.GetValues<ApplicationPart>().Select(part => new Choice(part.ToString(), part.InDutch()))];

    /// <summary>The part that was chosen in a form; the application as a whole when there is no such part.</summary>
    public static ApplicationPart Read(string chosen) =>
        Enum.TryParse<ApplicationPart>(chosen, out var part) && Enum.IsDefined(part) ? part : ApplicationPart.Whole;

    extension(ApplicationPart part)
    {
        /// <summary>What the part is called; also the key of its English name in <see cref="ReviewTexts"/>.</summary>
        public string InDutch() => part switch
        {
            ApplicationPart.Whole => "De hele aanvraag",
            ApplicationPart.Plan => "Wat en waarom",
            ApplicationPart.Place => "Wijk",
            ApplicationPart.Start => "Begint op",
            ApplicationPart.Participants => "Deelnemers",
            ApplicationPart.Costs => "Kosten",
            ApplicationPart.Asked => "Gevraagd bedrag",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This part has no name."),
        };

        /// <summary>What the applicant filled in there; null for the application as a whole.</summary>
        public string? In(Application application, Policy policy) => part switch
        {
            ApplicationPart.Plan => application.Plan,
            ApplicationPart.Place => policy.NeighbourhoodName(application.NeighbourhoodId),
            ApplicationPart.Start => application.StartsOn.ToDutch(),
            ApplicationPart.Participants => application.Participants.ToString("N0", CultureInfo.CurrentCulture),
            ApplicationPart.Costs => string.Join('\n', application.Costs.Select(line => $"{line.Description}: {line.Amount.ToDutch()}")),
            ApplicationPart.Asked => application.Asked.ToDutch(),
            _ => null,
        };
    }
}
