using System.Globalization;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Council.Standing;

/// <summary>When a council member wants the digest, and about what, as it was typed.</summary>
public sealed record DigestWishForm
{
    public const string EveryField = "hoe-vaak";
    public const string DayField = "dag";
    public const string HourField = "uur";
    public const string ThemesField = "themas";
    public const string NeighbourhoodsField = "wijken";
    public const string RecessField = "reces";

    public string Every { get; init; } = "";

    public string Day { get; init; } = "";

    public string Hour { get; init; } = "";

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> Neighbourhoods { get; init; } = [];

    public bool AlsoInRecess { get; init; }

    /// <summary>The ways to choose from.</summary>
    public static IEnumerable<Choice> Frequencies { get; } =
    [
        new(nameof(DigestFrequency.AtOnce), "Meteen", "Binnen een uur nadat er iets verandert."),
        new(nameof(DigestFrequency.Day), "Elke dag"),
        new(nameof(DigestFrequency.Week), "Elke week"),
        new(nameof(DigestFrequency.Month), "Elke maand", "Op de eerste dag van de maand."),
        new(nameof(DigestFrequency.Never), "Geen overzicht", "Mails over een zaak waarbij u kunt meekijken blijven komen."),
    ];

    public static IEnumerable<Choice> Days =>
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday }
            .Select(day => new Choice(day.ToString(), TimeInWords.Culture.DateTimeFormat.GetDayName(day)));

    public static IEnumerable<Choice> Hours { get; } =
        [.. Enumerable.Range(0, 24).Select(hour => new Choice(hour.ToString(CultureInfo.InvariantCulture), $"{hour}.00 uur"))];

    /// <summary>What stands in the form first.</summary>
    public static DigestWishForm Of(DigestWish wish) => new()
    {
        Every = wish.Timing.Every.ToString(),
        Day = wish.Timing.Day.ToString(),
        Hour = wish.Timing.Hour.ToString(CultureInfo.InvariantCulture),
        Themes = wish.Themes,
        Neighbourhoods = wish.Neighbourhoods,
        AlsoInRecess = wish.AlsoInRecess,
    };

    public static DigestWishForm Read(IFormCollection posted) => new()
    {
        Every = posted.Value(EveryField),
        Day = posted.Value(DayField),
        Hour = posted.Value(HourField),
        Themes = [.. posted[ThemesField].OfType<string>()],
        Neighbourhoods = [.. posted[NeighbourhoodsField].OfType<string>()],
        AlsoInRecess = posted.ContainsKey(RecessField),
    };

    /// <summary>The wish that was filled in, or null with the errors added.</summary>
    public DigestWish? Check(Policy policy, FormErrors errors)
    {
        var every = Frequencies.Any(choice => choice.Value == Every) ? Enum.Parse<DigestFrequency>(Every) : (DigestFrequency?)null;
        if (every is null)
        {
            errors.Add(EveryField, "Kies hoe vaak u het overzicht wilt.");
        }

        if (Days.All(choice => choice.Value != Day))
        {
            errors.Add(DayField, "Kies een dag.");
        }

        if (Hours.All(choice => choice.Value != Hour))
        {
            errors.Add(HourField, "Kies een uur.");
        }

        // What left the policy since is not chosen any more.
        return errors.Any
            ? null
            : new DigestWish(new DigestTiming(every!.Value, Enum.Parse<DayOfWeek>(Day), int.Parse(Hour, CultureInfo.InvariantCulture)))
            {
                Themes = [.. policy.Themes.Select(theme => theme.Id).Where(Themes.Contains)],
                Neighbourhoods = [.. policy.Neighbourhoods.Select(part => part.Id).Where(Neighbourhoods.Contains)],
                AlsoInRecess = AlsoInRecess,
            };
    }
}
