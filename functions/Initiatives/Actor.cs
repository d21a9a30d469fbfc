namespace Initiatiefloket.Initiatives;

/// <summary>Who did something, as an id that means nothing outside the policy: <c>reviewer:anna</c>.</summary>
public static class Actor
{
    public const string Applicant = "applicant";

    /// <summary>The applicant at an e-mail address that is still to be confirmed.</summary>
    public const string NewAddress = "applicant-new-address";
    public const string Coordinator = "coordinator";
    public const string Workflow = "workflow";
    private const string ReviewerPrefix = "reviewer:";
    private const string CouncilPrefix = "council:";
    private const string SupporterPrefix = "supporter:";

    public static string Reviewer(string id) => ReviewerPrefix + id;

    public static string CouncilMember(string id) => CouncilPrefix + id;

    /// <summary>A neighbour who supports an initiative.</summary>
    /// <param name="key">Keyed hash of the e-mail address.</param>
    public static string Supporter(string key) => SupporterPrefix + key;

    /// <summary>True for a reviewer, a council member and the coordinator: people whom the policy names.</summary>
    public static bool IsProfessional(string actor) =>
        actor == Coordinator || ReviewerIdOf(actor) is not null || CouncilMemberIdOf(actor) is not null;

    /// <summary>The key of a supporter, or null when the actor is somebody else.</summary>
    public static string? SupporterKeyOf(string actor) => IdOf(actor, SupporterPrefix);

    /// <summary>The reviewer's id, or null when the actor is somebody else.</summary>
    public static string? ReviewerIdOf(string actor) => IdOf(actor, ReviewerPrefix);

    /// <summary>The council member's id, or null when the actor is somebody else.</summary>
    public static string? CouncilMemberIdOf(string actor) => IdOf(actor, CouncilPrefix);

    private static string? IdOf(string actor, string prefix) =>
        actor.StartsWith(prefix, StringComparison.Ordinal) ? actor[prefix.Length..] : null;
}
