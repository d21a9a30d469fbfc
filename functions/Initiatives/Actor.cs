using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Initiatives;

/// <summary>What somebody is in a case.</summary>
public enum ActorKind
{
    Applicant,

    /// <summary>The applicant at an e-mail address that is still to be confirmed.</summary>
    NewAddress,
    Reviewer,
    Coordinator,

    /// <summary>Who decides in place of a coordinator who is involved (Awb 2:4).</summary>
    Substitute,
    CouncilMember,

    /// <summary>A neighbour who supports an initiative.</summary>
    Supporter,

    /// <summary>Nobody: the case itself went on.</summary>
    Workflow,
}

/// <summary>
/// Who did something, or whom it is for. It means nothing outside the policy: in storage, in history and in the trail it is a text such as
/// <c>reviewer:anna</c>, never a name or an address.
/// </summary>
[JsonConverter(typeof(AsText))]
public sealed record Actor
{
    private const char Separator = ':';
    private readonly string? _id;

    private Actor(ActorKind kind, string? id = null)
    {
        Kind = kind;
        _id = id;
    }

    public static Actor Applicant { get; } = new(ActorKind.Applicant);

    public static Actor NewAddress { get; } = new(ActorKind.NewAddress);

    public static Actor Coordinator { get; } = new(ActorKind.Coordinator);

    public static Actor Substitute { get; } = new(ActorKind.Substitute);

    public static Actor Workflow { get; } = new(ActorKind.Workflow);

    public ActorKind Kind { get; }

    /// <summary>The part that somebody plays, without saying who it is: <c>reviewer</c>.</summary>
    public string Part => TextOf(Kind);

    /// <summary>The reviewer's id in the policy, or null when the actor is somebody else.</summary>
    public string? ReviewerId => Kind == ActorKind.Reviewer ? _id : null;

    /// <summary>The council member's id in the policy, or null when the actor is somebody else.</summary>
    public string? CouncilMemberId => Kind == ActorKind.CouncilMember ? _id : null;

    /// <summary>The key of a supporter, or null when the actor is somebody else.</summary>
    public string? SupporterKey => Kind == ActorKind.Supporter ? _id : null;

    /// <summary>True for a reviewer, a council member, the coordinator and the substitute: people whom the policy names.</summary>
    public bool IsProfessional => Kind is ActorKind.Reviewer or ActorKind.CouncilMember or ActorKind.Coordinator or ActorKind.Substitute;

    public static Actor Reviewer(string id) => new(ActorKind.Reviewer, id);

    public static Actor CouncilMember(string id) => new(ActorKind.CouncilMember, id);

    /// <summary>A neighbour who supports an initiative.</summary>
    /// <param name="key">Keyed hash of the e-mail address.</param>
    public static Actor Supporter(string key) => new(ActorKind.Supporter, key);

    /// <summary>The actor in a text that was stored.</summary>
    /// <exception cref="FormatException">It names nobody.</exception>
    public static Actor Read(string text) => text.Split(Separator, 2) switch
    {
        [var part] => new Actor(KindOf(part, hasId: false)),
        [var part, var id] => new Actor(KindOf(part, hasId: true), id),
        _ => throw new UnreachableException(),
    };

    /// <summary>The text that names the actor.</summary>
    public override string ToString() => _id is null ? Part : Part + Separator + _id;

    private static ActorKind KindOf(string part, bool hasId)
    {
        var kinds = Enum.GetValues<ActorKind>().Where(kind => TextOf(kind) == part && HasId(kind) == hasId);
        return kinds.Select(kind => (ActorKind?)kind).FirstOrDefault() ?? throw new FormatException($"An actor \"{part}\" is unknown.");
    }

    private static bool HasId(ActorKind kind) => kind is ActorKind.Reviewer or ActorKind.CouncilMember or ActorKind.Supporter;

    private static string TextOf(ActorKind kind) => kind switch
    {
        ActorKind.Applicant => "applicant",
        ActorKind.NewAddress => "applicant-new-address",
        ActorKind.Reviewer => "reviewer",
        ActorKind.Coordinator => "coordinator",
        ActorKind.Substitute => "substitute",
        ActorKind.CouncilMember => "council",
        ActorKind.Supporter => "supporter",
        ActorKind.Workflow => "workflow",
        _ => throw new UnreachableException(),
    };

    private sealed class AsText : JsonConverter<Actor>
    {
        public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Actor.Read(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
