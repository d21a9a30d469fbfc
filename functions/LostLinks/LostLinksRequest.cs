using Initiatiefloket.Links;

namespace Initiatiefloket.LostLinks;

/// <summary>Somebody asked for the links of an e-mail address.</summary>
/// <param name="EmailKey">Key of the address (<see cref="LinkIndex.KeyOfAsync"/>).</param>
/// <param name="At">When; asked again within the same quarter of an hour, no second mail goes out.</param>
public sealed record LostLinksRequest(string EmailKey, DateTimeOffset At);
