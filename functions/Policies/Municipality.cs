using System.Diagnostics;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>The municipality as it stands in pages, mails and letters.</summary>
public sealed record Municipality
{
    /// <summary>Name, such as "gemeente Oldenzaal".</summary>
    public required string Name { get; init; }

    /// <summary>The college as a body that decides, as it stands in letters.</summary>
    public required string College { get; init; }

    /// <summary>The council as a body that decides, as it stands in letters.</summary>
    public required string Council { get; init; }

    /// <summary>Postal address, line by line.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>E-mail address for residents.</summary>
    public required string Email { get; init; }

    /// <summary>Telephone number for residents.</summary>
    public required string Phone { get; init; }

    /// <summary>Website.</summary>
    public required Uri Website { get; init; }

    /// <summary>Place above the date and signature of a letter.</summary>
    public required string SignedAt { get; init; }

    /// <summary>What it states about the accessibility of this site.</summary>
    public required AccessibilityStatement Accessibility { get; init; }

    /// <summary>Who runs the desk.</summary>
    public required Coordinator Coordinator { get; init; }

    /// <summary>The name of a body, as it stands in letters.</summary>
    public string NameOf(Authority authority) => authority switch
    {
        Authority.College => College,
        Authority.Council => Council,
        _ => throw new UnreachableException(),
    };
}

/// <summary>A part of town.</summary>
public sealed record Neighbourhood(string Id, string Name);

/// <summary>A subject of the social domain.</summary>
public sealed record Theme(string Id, LocalText Name, LocalText Description)
{
    /// <summary>What an application has in place of the id of a theme when its applicant did not know which one. No theme of a municipality has this id.</summary>
    public const string Unknown = "weet-ik-niet";

    /// <summary>How that is named.</summary>
    public static LocalText UnknownName { get; } = new("Nog geen thema", "No theme yet");
}
