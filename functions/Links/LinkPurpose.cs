using System.Diagnostics;

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

    /// <summary>All cases as a council member sees them, and when the digest comes; about no initiative in particular.</summary>
    Council,

    /// <summary>Stop a council member's digest; about no initiative in particular.</summary>
    StopDigest,

    /// <summary>Answer the question of a council member; the round is the number of the question.</summary>
    CouncilQuestion,

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

    /// <summary>Say yes to a change of the applicant's data, from the address that counts now; the round is the number of the change.</summary>
    ConfirmChange,

    /// <summary>Say that a change of the applicant's data is not one's own; the round is the number of the change.</summary>
    DisownChange,
}

/// <summary>The address of each kind of link, said once for the routes and for the mails.</summary>
public static class LinkPaths
{
    /// <summary>Where people ask for links that they lost.</summary>
    public const string Lost = "link-kwijt";

    /// <summary>First part of the addresses where a new link is asked for in place of one that died.</summary>
    public const string Renew = "nieuwe-link";

    /// <summary>Address of the page that says that a mail is on its way.</summary>
    public const string RenewedAddress = "/" + Renew + "/verstuurd";

    public const string Confirm = "bevestigen";
    public const string Status = "status";
    public const string NewAddress = "nieuw-adres";
    public const string Review = "beoordelen";
    public const string LookAlong = "meekijken";
    public const string CouncilDecision = "raadsbesluit";
    public const string Council = "raad";
    public const string StopDigest = "overzicht-stoppen";
    public const string CouncilQuestion = "raadsvraag";
    public const string Overview = "overzicht";
    public const string Desk = "zaak";
    public const string Advice = "advies";
    public const string Support = "mijn-steun";
    public const string Draft = "aanvragen";
    public const string ConfirmChange = "wijziging";
    public const string DisownChange = "dit-was-ik-niet";

    /// <summary>Path of a link, without leading slash.</summary>
    public static string PathOf(LinkPurpose purpose, string token) => $"{SegmentOf(purpose)}/{token}";

    /// <summary>Address of a link within the site: its path with leading slash.</summary>
    public static string AddressOf(LinkPurpose purpose, string token) => $"/{PathOf(purpose, token)}";

    /// <summary>First segment of the path of links of this purpose.</summary>
    public static string SegmentOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ConfirmEmail => Confirm,
        LinkPurpose.Status => Status,
        LinkPurpose.ConfirmNewAddress => NewAddress,
        LinkPurpose.Review => Review,
        LinkPurpose.LookAlong => LookAlong,
        LinkPurpose.CouncilDecision => CouncilDecision,
        LinkPurpose.Council => Council,
        LinkPurpose.StopDigest => StopDigest,
        LinkPurpose.CouncilQuestion => CouncilQuestion,
        LinkPurpose.Overview => Overview,
        LinkPurpose.Desk => Desk,
        LinkPurpose.Advice => Advice,
        LinkPurpose.Support => Support,
        LinkPurpose.Draft => Draft,
        LinkPurpose.ConfirmChange => ConfirmChange,
        LinkPurpose.DisownChange => DisownChange,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// True when an expired link can be replaced by mail. Not a neighbour's: of them no address is kept; they fill in the short form again. A form that was not sent is gone by then.
    /// Links about a change of the applicant's data end with that change. Whoever still gets the digest has a newer link to stop it.
    /// </summary>
    public static bool IsRenewable(LinkPurpose purpose) => purpose is not (LinkPurpose.Support or LinkPurpose.Draft or LinkPurpose.StopDigest
        or LinkPurpose.ConfirmNewAddress or LinkPurpose.ConfirmChange or LinkPurpose.DisownChange);

    /// <summary>The purpose whose links start with this segment, or null.</summary>
    public static LinkPurpose? PurposeOf(string segment) =>
        Enum.GetValues<LinkPurpose>().Cast<LinkPurpose?>().FirstOrDefault(purpose => SegmentOf(purpose!.Value) == segment);
}
