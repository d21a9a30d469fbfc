namespace Initiatiefloket.ChangeFeed;

/// <summary>One entry of the change feed.</summary>
/// <param name="Number">Its place in the feed, counted from 1 without gaps.</param>
/// <param name="InitiativeId">Which initiative changed.</param>
/// <param name="EventKey">Key of the event in the initiative's audit trail.</param>
public sealed record FeedEntry(long Number, string InitiativeId, string EventKey);
