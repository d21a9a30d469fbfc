using System.Diagnostics;
using System.Text.RegularExpressions;
using Initiatiefloket.Languages;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>
/// The countries of an address that the form knows, with the rules for their postcodes where these are certain. Neighbours across the border join in too; what
/// somebody of another country fills in is taken as it is.
/// </summary>
public static partial class Countries
{
    public const string Netherlands = "nl";
    public const string Germany = "de";
    public const string Belgium = "be";
    public const string Elsewhere = "anders";

    public static IReadOnlyList<string> All { get; } = [Netherlands, Germany, Belgium, Elsewhere];

    /// <summary>A choice as it was posted; empty when it is none of ours.</summary>
    public static string Read(string posted) => All.Contains(posted) ? posted : "";

    /// <summary>What the choice is called.</summary>
    public static string NameOf(string country, IStringLocalizer<Texts> texts) => country switch
    {
        Netherlands => texts["Nederland"],
        Germany => texts["Duitsland"],
        Belgium => texts["België"],
        Elsewhere => texts["Een ander land"],
        _ => throw new UnreachableException(),
    };

    /// <summary>The country as the last line of an envelope has it: in Dutch, since the post here reads it; null for the Netherlands.</summary>
    /// <param name="country">One of <see cref="All"/>, or empty when none was chosen.</param>
    /// <param name="typed">The name of another country, as somebody typed it.</param>
    public static string? OnEnvelope(string country, string typed) => country switch
    {
        Netherlands or "" => null,
        Germany => "Duitsland",
        Belgium => "België",
        Elsewhere => typed,
        _ => throw new UnreachableException(),
    };

    /// <summary>A postcode as it is written, or null when the country has no such one.</summary>
    /// <param name="country">One of <see cref="All"/>.</param>
    /// <param name="typed">As it was typed.</param>
    public static string? PostCodeIn(string country, string typed) => country switch
    {
        Netherlands => Dutch().IsMatch(typed) ? $"{typed[..4]} {typed[^2..].ToUpperInvariant()}" : null,
        Germany => German().IsMatch(typed) ? typed[^5..] : null,
        Belgium => Belgian().IsMatch(typed) ? typed[^4..] : null,
        Elsewhere => typed,
        _ => throw new UnreachableException(),
    };

    /// <summary>What to fill in as postcode.</summary>
    public static string WhatToFillIn(string country, IStringLocalizer<Texts> texts) => country switch
    {
        Netherlands => texts["Vul een postcode in met vier cijfers en twee letters, bijvoorbeeld 7571 AB."],
        Germany => texts["Vul een postcode in met vijf cijfers, bijvoorbeeld 48455."],
        Belgium => texts["Vul een postcode in met vier cijfers, bijvoorbeeld 2000."],
        Elsewhere or _ => throw new UnreachableException(),
    };

    [GeneratedRegex("^[1-9][0-9]{3} ?[A-Za-z]{2}$")]
    private static partial Regex Dutch();

    // Letters of the country stood in front of it formerly.
    [GeneratedRegex("^([Dd]-? ?)?[0-9]{5}$")]
    private static partial Regex German();

    [GeneratedRegex("^([Bb]-? ?)?[1-9][0-9]{3}$")]
    private static partial Regex Belgian();
}
