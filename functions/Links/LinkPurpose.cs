namespace Initiatiefloket.Links;

/// <summary>The one thing that a link is good for.</summary>
public enum LinkPurpose
{
    /// <summary>Confirm the e-mail address, which sends the application.</summary>
    ConfirmEmail,

    /// <summary>The applicant's own page: where it stands, letters, answer, withdraw.</summary>
    Status,

    /// <summary>Confirm another e-mail address; the round is the number of the change.</summary>
    ConfirmNewAddress,

    /// <summary>Decide a review round.</summary>
    Review,

    /// <summary>Look along as a council member and, while the window is open, call in.</summary>
    LookAlong,

    /// <summary>Record what the council decided.</summary>
    CouncilDecision,

    /// <summary>Everything that a reviewer decides or decided; about no initiative in particular.</summary>
    Overview,

    /// <summary>The coordinator's page of one case.</summary>
    Desk,

    /// <summary>Give advice to a colleague who decides; the round is the number of the advice.</summary>
    Advice,

    /// <summary>Go on with a form that is not sent yet; its initiative is the id of the draft.</summary>
    Draft,

    /// <summary>Confirm that one supports a neighbour's initiative, or take that back.</summary>
    Support,
}
