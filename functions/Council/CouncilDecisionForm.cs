using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Council;

/// <summary>The form on which the coordinator records the council's decision, as it was typed.</summary>
public sealed partial record CouncilDecisionForm
{
    public const string ChoiceField = "besluit";
    public const string AmountField = "bedrag";
    public const string GroundField = "grond";
    public const string ReasonsField = "redenen";
    public const string DecidedOnField = "datum";
    public const string MeetingField = "vergadering";
    public const string AgendaItemField = "agendapunt";
    public const string PublishedField = "vindplaats";
    public const string VotingField = "stemming";
    public const string Grant = "toekennen";
    public const string Decline = "afwijzen";
    public const string Voted = "met";
    public const string Unanimous = "zonder";
    private const string UsualMeeting = "Raadsvergadering";

    public string Choice { get; init; } = "";

    /// <summary>What is granted.</summary>
    public string Amount { get; init; } = "";

    /// <summary>Code of the ground of a refusal.</summary>
    public string Ground { get; init; } = "";

    /// <summary>The duties of a grant.</summary>
    public TypedDuties Duties { get; init; } = TypedDuties.None;

    public string Reasons { get; init; } = "";

    public DateParts DecidedOn { get; init; } = DateParts.Empty;

    /// <summary>Name of the meeting.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>Number on its agenda, or empty.</summary>
    public string AgendaItem { get; init; } = "";

    /// <summary>Where the decision was published, or empty.</summary>
    public string Published { get; init; } = "";

    /// <summary>Whether there was a vote.</summary>
    public string Voting { get; init; } = "";

    /// <summary>The votes of each party.</summary>
    public IReadOnlyList<TypedVotes> Votes { get; init; } = [];

    /// <summary>What stands in the form at first: what the professional advises.</summary>
    public static CouncilDecisionForm Of(Initiative initiative, Policy policy) => new()
    {
        Amount = initiative.VerdictOf(initiative.Round)?.Amount?.ToInput() ?? "",
        Duties = TypedDuties.Of(initiative.VerdictOf(initiative.Round)),
        Meeting = UsualMeeting,
        Votes = [.. PartiesOf(policy).Select(party => new TypedVotes(party, "", ""))],
    };

    public static CouncilDecisionForm From(IFormCollection form, Initiative initiative, Policy policy)
    {
        // A page that was opened before these were asked changes nothing about what was advised.
        var asks = form.ContainsKey(MeetingField);
        return From(form, policy) with
        {
            Duties = asks ? TypedDuties.From(form) : TypedDuties.Of(initiative.VerdictOf(initiative.Round)),
            Meeting = asks ? form.Line(MeetingField) : UsualMeeting,
            AgendaItem = form.Line(AgendaItemField),
            Published = form.Value(PublishedField),
        };
    }

    private static CouncilDecisionForm From(IFormCollection form, Policy policy) => new()
    {
        Choice = form.Text(ChoiceField),
        Amount = form.Text(AmountField),
        Ground = form.Text(GroundField),
        Reasons = form.Text(ReasonsField),
        DecidedOn = DateParts.From(form, DecidedOnField),
        Voting = form.Text(VotingField),
        Votes = [.. PartiesOf(policy).Select(party => new TypedVotes(party, form.Text(TypedVotes.InFavourField(party)), form.Text(TypedVotes.AgainstField(party))))],
    };

    private static IEnumerable<string> PartiesOf(Policy policy) => policy.Council.Members.Select(member => member.Party).Distinct();
}

/// <summary>The votes of one party, as typed; empty for none.</summary>
/// <param name="Party">The party.</param>
/// <param name="InFavour">Votes for the grant.</param>
/// <param name="Against">Votes against it.</param>
public sealed record TypedVotes(string Party, string InFavour, string Against)
{
    private const int Most = 100;

    public static string InFavourField(string party) => $"voor-{IdOf(party)}";

    public static string AgainstField(string party) => $"tegen-{IdOf(party)}";

    /// <summary>The votes, with an error added at each box that holds no number.</summary>
    public PartyVotes Read(FormErrors errors) => new(Party, Count(InFavourField(Party), InFavour, errors), Count(AgainstField(Party), Against, errors));

    private static int Count(string field, string typed, FormErrors errors)
    {
        if (typed.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most)
        {
            return count;
        }

        errors.Add(field, $"Vul een getal in van 0 tot en met {Most}, of laat het leeg.");
        return 0;
    }

    // The name of a party may hold anything.
    private static string IdOf(string party) => Digest.Of(party, 16);
}
