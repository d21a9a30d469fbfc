using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Review;

/// <summary>Choices, votes and places on the panel in plain words for whoever decides.</summary>
public static class ReviewerWords
{
    /// <summary>What a choice is called, also where a button leads to it.</summary>
    public static string TitleOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => "Toekennen",
        VerdictKind.Ask => "Vraag stellen",
        VerdictKind.Decline => "Afwijzen",
        VerdictKind.SetAside => "Buiten behandeling stellen",
        _ => throw new UnreachableException(),
    };

    /// <summary>What stands out in an application, and probably leads to a refusal.</summary>
    public static string Of(Concern concern) => concern switch
    {
        Concern.NoOpenPot => "Op de dag van ontvangst was er geen pot open voor aanvragen.",
        Concern.BelowMinimum => "Er is minder gevraagd dan het minimum.",
        Concern.AboveMaximum => "Er is meer gevraagd dan het maximum.",
        Concern.StartsBeforeReceipt => "Het plan begon voor de dag van ontvangst.",
        _ => throw new UnreachableException(),
    };

    /// <summary>The vote of somebody on the panel: "toekennen, € 1.500".</summary>
    public static string VoteOf(Verdict vote) => vote.Kind switch
    {
        VerdictKind.Approve => $"toekennen, {vote.Amount!.Value}",
        VerdictKind.Ask => "een vraag stellen",
        VerdictKind.Decline => "afwijzen",
        VerdictKind.SetAside => "buiten behandeling stellen",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is about to be decided, for the mail with the code: "Toekennen: € 1.500".</summary>
    public static string DecisionOf(Verdict vote) => vote.Kind switch
    {
        VerdictKind.Approve => $"Toekennen: {vote.Amount!.Value.ToShortString()}",
        VerdictKind.Ask => vote.Questions.Count == 1 ? "Een vraag stellen" : $"{vote.Questions.Count} vragen stellen",
        VerdictKind.Decline => "Afwijzen",
        VerdictKind.SetAside => "Buiten behandeling stellen",
        _ => throw new UnreachableException(),
    };

    /// <summary>What somebody just did, and what happens now: "U heeft € 900 toegekend. De aanvrager krijgt nu een mail."</summary>
    public static string JustDone(Verdict own, ReviewView view)
    {
        var done = own.Kind switch
        {
            VerdictKind.Approve => $"U heeft {own.Amount!.Value.ToShortString()} toegekend.",
            VerdictKind.Ask when own.IsIntention => "U heeft het voornemen om af te wijzen verstuurd.",
            VerdictKind.Ask => own.Questions.Count == 1 ? "U heeft een vraag gesteld." : $"U heeft {own.Questions.Count} vragen gesteld.",
            VerdictKind.Decline => "U heeft de aanvraag afgewezen.",
            VerdictKind.SetAside => "U heeft de aanvraag buiten behandeling gesteld.",
            _ => throw new UnreachableException(),
        };
        return $"{done} {(view.IsSettled ? Now(own, view.Initiative) : "Dat telt pas als iedereen hetzelfde besluit.")}";
    }

    private static string Now(Verdict own, Initiative initiative) => own.Amount is { } amount
        ? Band.For(initiative.Bands, amount).DecidedBy switch
        {
            DecidedBy.Professional => "De aanvrager krijgt nu een mail.",
            DecidedBy.CouncilWindow => "De raad kijkt nu mee.",
            DecidedBy.CouncilVote => "De raad beslist nu. Dit is uw advies.",
            _ => throw new UnreachableException(),
        }
        : "De aanvrager krijgt nu een mail.";

    /// <summary>When somebody's place went to somebody else, and who saw to it.</summary>
    public static string HowGivenUp(HandOver change)
    {
        var by = change.By switch
        {
            _ when change.By == change.From => "U deed dat zelf",
            { Kind: ActorKind.Coordinator } => "De coördinator deed dat",
            _ => "Het loket deed dat",
        };
        return $"{by} op {change.At.InWords()} uur.";
    }

    /// <summary>What follows when a decision is sent, a sentence or two each.</summary>
    public static IReadOnlyList<string> AfterSending(DecisionPreview preview) =>
    [
        .. preview.ConfirmsByCode ? ["Wij mailen u eerst een code. Daarmee bevestigt u."] : Array.Empty<string>(),
        .. preview.With is [_, ..] others ? [$"U beslist samen met {others.JoinedWithAnd()}. Het telt pas als iedereen hetzelfde besluit."] : Array.Empty<string>(),
        .. preview.Effect is { } effect ? AfterGranting(effect, preview.Rules) : [AfterRefusing(preview)],
    ];

    private static string AfterRefusing(DecisionPreview preview) => preview.IsIntention
        ? $"Dit is nog geen besluit. De aanvrager krijgt deze brief en mag {preview.Rules.Terms.View} reageren. Daarna beslist u."
        : "De aanvrager krijgt deze brief per mail. De aanvrager kan bezwaar maken.";

    private static IEnumerable<string> AfterGranting(BudgetEffect effect, Policy rules) =>
    [
        .. effect.HasToWait || effect.Shares is null
            ? ["Er is nu niet genoeg geld voor deze aanvraag. Zij komt op de wachtlijst. De brief gaat pas als er geld is."]
            : Array.Empty<string>(),
        effect.Band.DecidedBy switch
        {
            DecidedBy.Professional => "De aanvrager krijgt deze brief per mail. De raad leest het in het weekoverzicht.",
            DecidedBy.CouncilWindow => $"De raad kijkt eerst {rules.Council.Window} mee. Vragen genoeg raadsleden erom, dan bespreekt de raad het eerst. Daarna krijgt de aanvrager de brief.",
            DecidedBy.CouncilVote => "De raad beslist. Dit is uw advies aan de raad. De brief gaat pas na het besluit van de raad.",
            _ => throw new UnreachableException(),
        },
    ];

    /// <summary>Why a place went to somebody else, as the end of a sentence to the person who had it.</summary>
    public static string Because(HandOverReason why) => why switch
    {
        HandOverReason.Conflict => "omdat u betrokken bent bij dit initiatief",
        HandOverReason.Absence => "omdat u afwezig bent",
        HandOverReason.Silence => "omdat u niet op tijd heeft beslist",
        HandOverReason.Coordinator => "omdat de coördinator dat zo heeft geregeld",
        HandOverReason.PassedOn => "omdat u de zaak heeft doorgegeven",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a case waits for when it waits for you.</summary>
    public static string YourPartIn(RoundKind round) => round switch
    {
        RoundKind.Review => "uw besluit",
        RoundKind.Conversation => "uw besluit, na overleg met uw collega's",
        RoundKind.Arbitration => "uw besluit: de professionals zijn het niet eens",
        _ => throw new UnreachableException(),
    };
}
