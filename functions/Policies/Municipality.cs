using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>The municipality as it stands in pages, mails and letters.</summary>
public sealed record Municipality
{
    /// <summary>Name, such as "gemeente Oldenzaal".</summary>
    public required string Name { get; init; }

    /// <summary>Who takes the decision, as it stands in the award letter.</summary>
    public required string College { get; init; }

    /// <summary>Postal address, line by line; objections go there.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>E-mail address for residents.</summary>
    public required string Email { get; init; }

    /// <summary>Telephone number for residents.</summary>
    public required string Phone { get; init; }

    /// <summary>Website.</summary>
    public required Uri Website { get; init; }

    /// <summary>Place above the date and signature of a letter.</summary>
    public required string SignedAt { get; init; }

    /// <summary>Who runs the desk.</summary>
    public required Coordinator Coordinator { get; init; }
}

/// <summary>A part of town.</summary>
public sealed record Neighbourhood(string Id, string Name);

/// <summary>A subject of the social domain.</summary>
public sealed record Theme(string Id, LocalText Name, LocalText Description);
