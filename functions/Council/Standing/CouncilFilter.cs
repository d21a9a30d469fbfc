using System.Globalization;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Initiatiefloket.Council.Standing;

/// <summary>Which cases a council member looks at, as the address says. What the policy does not know is no filter.</summary>
public sealed record CouncilFilter
{
    public const string GroupKey = "stand";
    public const string NeighbourhoodKey = "wijk";
    public const string ThemeKey = "thema";
    public const string YearKey = "jaar";
    public const string SkipKey = "vanaf";
    public const string AfterKey = "na";

    private const int MostSkipped = 100_000;

    /// <summary>Where the cases stand; null for anywhere.</summary>
    public CouncilGroup? Group { get; init; }

    public string? NeighbourhoodId { get; init; }

    public string? ThemeId { get; init; }

    /// <summary>Year of receipt.</summary>
    public int? Year { get; init; }

    /// <summary>How many of what runs stood on pages before this one.</summary>
    public int Skip { get; init; }

    /// <summary>The place among what is over after which this page begins; null for the newest.</summary>
    public PlaceAmongEnded? After { get; init; }

    /// <summary>The filter in an address.</summary>
    public static CouncilFilter Read(IQueryCollection query, Policy policy) => new()
    {
        Group = Enum.GetValues<CouncilGroup>().Cast<CouncilGroup?>().FirstOrDefault(group => WordOf(group!.Value) == (string?)query[GroupKey]),
        NeighbourhoodId = policy.HasNeighbourhood(query[NeighbourhoodKey]) ? query[NeighbourhoodKey].ToString() : null,
        ThemeId = policy.HasTheme(query[ThemeKey]) ? query[ThemeKey].ToString() : null,
        Year = Number(query[YearKey]) is { } year && policy.PotFor(year) is not null ? year : null,
        Skip = Number(query[SkipKey]) is { } skip && skip <= MostSkipped ? skip : 0,
        After = PlaceAmongEnded.Read(query[AfterKey].ToString()),
    };

    /// <summary>Whether a case passes.</summary>
    public bool Includes(Initiative initiative) =>
        (Group is null || CouncilWords.GroupOf(initiative.State) == Group)
        && (NeighbourhoodId is null || initiative.NeighbourhoodId == NeighbourhoodId)
        && (ThemeId is null || initiative.ThemeId == ThemeId)
        && (Year is null || (initiative.ReceivedAt is { } received && LocalTime.DayOf(received).Year == Year));

    /// <summary>The same filter, at another page, as an address.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="skip">How many of what runs to leave out.</param>
    /// <param name="after">The place among what is over after which it begins.</param>
    public string AddressOf(string page, int skip, PlaceAmongEnded? after) => QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
    {
        [GroupKey] = Group is { } group ? WordOf(group) : null,
        [NeighbourhoodKey] = NeighbourhoodId,
        [ThemeKey] = ThemeId,
        [YearKey] = Year?.ToString(CultureInfo.InvariantCulture),
        [SkipKey] = skip > 0 ? skip.ToString(CultureInfo.InvariantCulture) : null,
        [AfterKey] = after?.Key,
    });

    /// <summary>How a group stands in an address.</summary>
    public static string WordOf(CouncilGroup group) => group switch
    {
        CouncilGroup.WithCouncil => "raad",
        CouncilGroup.Granted => "toegekend",
        CouncilGroup.NotGranted => "niet-toegekend",
        CouncilGroup.UnderWay => "in-behandeling",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
