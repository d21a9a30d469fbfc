using Initiatiefloket.Languages;

namespace Initiatiefloket.Policies;

/// <summary>A subject of the social domain and who reviews it.</summary>
public sealed record Theme(string Id, LocalText Name, LocalText Description, string ReviewerId);
