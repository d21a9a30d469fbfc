using System.Globalization;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Initiatiefloket.Worklist;

/// <summary>In which order cases that run stand.</summary>
public enum WorkOrder
{
    /// <summary>What is due first.</summary>
    LegalDate,

    /// <summary>What came last.</summary>
    Receipt,

    /// <summary>The highest amount.</summary>
    Amount,
    Title,
}

/// <summary>What the coordinator asks of the list, as it stands in the address, so that it can be kept as a bookmark.</summary>
public sealed record WorkQuery
{
    public const string SearchKey = "zoek";
    public const string CountKey = "stand";
    public const string WaitsOnKey = "wacht";
    public const string ThemeKey = "thema";
    public const string NeighbourhoodKey = "wijk";
    public const string BandKey = "band";
    public const string StateKey = "status";
    public const string OrderKey = "volgorde";
    public const string ListKey = "lijst";
    public const string PageKey = "pagina";
    public const string AfterKey = "na";

    /// <summary>Value of <see cref="ListKey"/> for cases that ended.</summary>
    public const string EndedList = "afgerond";
    private const int LongestSearch = 100;

    /// <summary>Words of the title, the applicant's name or the reference.</summary>
    public string Search { get; init; } = "";

    /// <summary>One of the counts on top; null for all.</summary>
    public WorkCount? Count { get; init; }

    public WorkFilters Filters { get; init; } = new();

    public WorkOrder Order { get; init; }

    /// <summary>Whether cases that ended are asked for.</summary>
    public bool IsEnded { get; init; }

    /// <summary>Number of the page of what runs, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The place after which a page of what ended begins (<see cref="PlaceAmongEnded.Key"/>); null for the newest.</summary>
    public string? After { get; init; }

    /// <summary>Whether something in the address is not known, and was left out.</summary>
    public bool IsStrange { get; init; }

    /// <summary>Whether something is searched or chosen.</summary>
    public bool IsNarrowed => Search.Length > 0 || Count is not null || Filters.Any;

    /// <summary>Reads an address. What is not known is left out (<see cref="IsStrange"/>).</summary>
    public static WorkQuery Read(IQueryCollection query, Policy policy)
    {
        var reader = new WorkQueryReader(query);
        var read = new WorkQuery
        {
            Search = reader.Line(SearchKey, LongestSearch),
            Count = reader.OneOf(CountKey, WorkCounts.All, count => count.Name),
            Filters = new WorkFilters
            {
                WaitsOn = reader.Line(WaitsOnKey, IsSomebody),
                ThemeId = reader.Line(ThemeKey, id => policy.Themes.Any(theme => theme.Id == id)),
                NeighbourhoodId = reader.Line(NeighbourhoodKey, id => policy.Neighbourhoods.Any(part => part.Id == id)),
                BandId = reader.Line(BandKey, id => policy.Bands.Any(band => band.Id == id)),
                State = reader.OneOf(StateKey, Enum.GetValues<InitiativeState>(), state => state.ToString()),
            },
            Order = reader.OneOf(OrderKey, Enum.GetValues<WorkOrder>(), order => order.ToString()) ?? WorkOrder.LegalDate,
            IsEnded = reader.Line(ListKey, list => list == EndedList) is not null,
            Page = reader.Number(PageKey) ?? 1,
            After = reader.Line(AfterKey, place => PlaceAmongEnded.Read(place) is not null),
        };
        return read with { IsStrange = reader.IsStrange };
    }

    /// <summary>The query of an address that asks this, with its question mark; empty when nothing is asked.</summary>
    public string ToAddress()
    {
        var query = new QueryBuilder();
        Add(SearchKey, Search);
        Add(CountKey, Count?.Name);
        Add(WaitsOnKey, Filters.WaitsOn);
        Add(ThemeKey, Filters.ThemeId);
        Add(NeighbourhoodKey, Filters.NeighbourhoodId);
        Add(BandKey, Filters.BandId);
        Add(StateKey, Filters.State?.ToString());
        Add(OrderKey, Order == WorkOrder.LegalDate ? null : Order.ToString());
        Add(ListKey, IsEnded ? EndedList : null);
        Add(PageKey, Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        Add(AfterKey, After);
        return query.ToQueryString().ToString();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(key, value);
            }
        }
    }

    private static bool IsSomebody(string who)
    {
        if (WaitsFor.All.Contains(who))
        {
            return true;
        }

        try
        {
            // Also who left the policy while a case waits for them.
            return Actor.Read(who).IsProfessional;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>Reads the parts of an address, and notes whether one of them cannot be.</summary>
internal sealed class WorkQueryReader(IQueryCollection query)
{
    public bool IsStrange { get; private set; }

    public string Line(string key, int longest)
    {
        var text = PostedText.CleanValue(query[key].ToString());
        IsStrange |= text.Length > longest;
        return text[..Math.Min(text.Length, longest)];
    }

    public string? Line(string key, Func<string, bool> isKnown)
    {
        var text = PostedText.CleanValue(query[key].ToString());
        var known = text.Length > 0 && isKnown(text);
        IsStrange |= text.Length > 0 && !known;
        return known ? text : null;
    }

    public int? Number(string key) =>
        Line(key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    public T? OneOf<T>(string key, IReadOnlyList<T> all, Func<T, string> name)
        where T : struct => Line(key, text => all.Any(one => name(one) == text)) is { } text ? all.First(one => name(one) == text) : null;
}
