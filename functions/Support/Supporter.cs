namespace Initiatiefloket.Support;

/// <summary>A neighbour who supports an initiative (medeondertekenaar). Name and street are for the reviewer only.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Street">Street in which they live.</param>
/// <param name="At">When they asked to support it or, once confirmed, confirmed it.</param>
/// <param name="IsConfirmed">True when the e-mail address was confirmed, which makes it count.</param>
public sealed record Supporter(string Name, string Street, DateTimeOffset At, bool IsConfirmed);
