using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A subject of the social domain.</summary>
public sealed record Theme(string Id, LocalText Name, LocalText Description);
