using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Review.Advising;

namespace Initiatiefloket.Review;

/// <summary>What the review page shows.</summary>
public sealed record ReviewView
{
    public required Initiative Initiative { get; init; }

    public required Application Application { get; init; }

    /// <summary>What was sent along, also with answers.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>What was sent along with the application.</summary>
    public IReadOnlyList<Document> WithApplication =>
        [.. Documents.Where(document => document.Owner == DocumentOwner.OfApplication(Initiative.Id))];

    /// <summary>The token in the address.</summary>
    public required string Token { get; init; }

    public required string ApplicantName { get; init; }

    /// <summary>To whom the link was sent (<see cref="Actor"/>).</summary>
    public required Actor Person { get; init; }

    /// <summary>Their name.</summary>
    public required string PersonName { get; init; }

    public required DateOnly DecideBy { get; init; }

    public required int DaysLeft { get; init; }

    /// <summary>What helps to decide; null for who has nothing to decide here.</summary>
    public ReviewContext? Context { get; init; }

    /// <summary>Notes and advice that this person may read.</summary>
    public required CaseTalk Talk { get; init; }

    /// <summary>Who else decides, and what of their votes may be seen.</summary>
    public required PanelView Panel { get; init; }

    /// <summary>The verdict of the round, or as long as there is none this person's own vote.</summary>
    public Verdict? Given { get; init; }

    /// <summary>Who gave it.</summary>
    public required IReadOnlyList<string> GivenBy { get; init; }

    /// <summary>Whether the round has a verdict.</summary>
    public bool IsSettled { get; init; }

    /// <summary>True as long as the round waits for this person's vote.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>True when the link is of an earlier round, and the round of now waits for this person's vote.</summary>
    public bool IsOpenInLaterRound { get; init; }

    /// <summary>False for who is involved in the initiative: they see who decides, not the case (Awb 2:4).</summary>
    public required bool MaySeeCase { get; init; }

    /// <summary>The form.</summary>
    public required DecisionView Decision { get; init; }

    /// <summary>Path to which a button leads the coordinator who would rather see to it that somebody else decides.</summary>
    public string AtDesk => $"{LinkPaths.AddressOf(LinkPurpose.Review, Token)}/{OnwardPages.Desk}";

    /// <summary>Path to which a button leads who followed the link of an earlier round.</summary>
    public string PresentRound => $"{LinkPaths.AddressOf(LinkPurpose.Review, Token)}/{OnwardPages.PresentRound}";

    /// <summary>The address at which a document can be opened.</summary>
    public string AddressOf(Document document) => $"{LinkPaths.AddressOf(LinkPurpose.Review, Token)}/document/{document.Id}";

    /// <summary>The address at which a document is shown on the page itself.</summary>
    public string ShownAt(Document document) => $"{AddressOf(document)}/{ReviewDocumentPages.Show}";
}
