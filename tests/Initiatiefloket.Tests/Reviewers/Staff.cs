using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Reviewers;

/// <summary>Reviewers of a small town: each of the first four is deputy of the one before.</summary>
internal static class Staff
{
    public const string Theme = "meedoen-en-ontmoeten";
    public const string Part = "de-thij";

    /// <summary>Knows the theme, works in the whole town.</summary>
    public static Reviewer Anna { get; } = Of("anna", [Theme], [], "bram");

    /// <summary>Knows the theme and works in the part of town.</summary>
    public static Reviewer Bram { get; } = Of("bram", [Theme], [Part], "cor");

    /// <summary>Knows the theme, works elsewhere.</summary>
    public static Reviewer Cor { get; } = Of("cor", [Theme], ["zuidbroek"], "dina");

    /// <summary>Knows something else, works in the part of town.</summary>
    public static Reviewer Dina { get; } = Of("dina", ["gezond-leven"], [Part], "anna");

    /// <summary>Knows something else, works in the whole town; has no deputy.</summary>
    public static Reviewer Ellen { get; } = Of("ellen", ["gezond-leven"], [], null);

    public static IReadOnlyList<Reviewer> All { get; } = [Anna, Bram, Cor, Dina, Ellen];

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static Reviewer Of(string id, string[] themes, string[] parts, string? deputy) =>
        new(id, id, "Adviseur", $"{id}@oldenzaal.example", themes, parts, deputy);

    /// <summary>Who is there when these are away today.</summary>
    public static Roster Without(params IReadOnlyList<string> away) => new(All, [.. away.Select(id => Away(id))]);

    public static Absence Away(string id, string? deputy = null, bool keeps = false) => new(id, Today, Today.AddDays(4), deputy, keeps);

    public static Actor ActorOf(string id) => Actor.Reviewer(id);

    /// <summary>Short names of actors.</summary>
    public static string Names(IEnumerable<Actor> people) =>
        string.Join(' ', people.Select(person => person.ReviewerId ?? person.ToString()));
}
