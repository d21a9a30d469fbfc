using System.Diagnostics;
using System.Text.Json.Serialization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Review;

/// <summary>The review form as it was typed: the rubric, and for each choice a part of its own with its own button.</summary>
public sealed partial record VerdictForm
{
    public const string ChoiceField = "keuze";
    public const string VersionField = PostedText.VersionField;
    public const string ChecksField = "vink";

    /// <summary>Names the page in one tab of one browser: who keeps a form twice from there contradicts nobody.</summary>
    public const string PageField = "bladzijde";
    public const string AmountField = "bedrag";
    public const string ReasonsField = "toelichting";
    public const string ConditionCodesField = TypedDuties.CodesField;
    public const string ConditionsField = TypedDuties.OwnWordsField;
    public const string AskKindField = "soort";
    public const string AskWhyField = "waarom";
    public const string RefusalCodesField = "grond";
    public const string RefusalField = "redenen";
    public const string Approve = "toekennen";
    public const string Ask = "vragen";
    public const string Decline = "afwijzen";
    public const string SetAsideField = "onvolledig";
    public const string SetAside = "buiten-behandeling";

    /// <summary>Names the decision that was read before it is sent (<see cref="DecisionPreview.Name"/>).</summary>
    public const string ReadField = "gelezen";

    /// <summary>The tick that says so, where no code is asked: a button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string AgreeField = "akkoord";

    /// <summary>Not a choice yet: shows the form again, with room for one more question.</summary>
    public const string OneMore = "nog-een-vraag";

    /// <summary>Not a choice yet either: shows the form again, with a question about each thing that the applicant left open.</summary>
    public const string AboutGaps = "vraag-wat-ontbreekt";

    /// <summary>Nor is this: keeps the form to go on with later.</summary>
    public const string Keep = "bewaar";

    /// <summary>Keeps it as well, but without a press: a script of the page does. Answers with nothing to show.</summary>
    public const string KeepByItself = "bewaar-vanzelf";

    /// <summary>Kind of question: a request to complete the application (Awb 4:5).</summary>
    public const string Complete = "aanvullen";

    /// <summary>Kind of question: one without which can be decided as well.</summary>
    public const string Simple = "gewoon";

    /// <summary>Longest text that fits a letter and a table row.</summary>
    public const int LongestText = 4000;
    private const int LongestAmount = 100;
    private const int LongestCode = 100;

    /// <summary>The button that was pressed.</summary>
    public string Choice { get; init; } = "";

    /// <summary>The kept version that the page was filled from.</summary>
    public string Version { get; init; } = "";

    /// <summary>The page that it was filled in on (<see cref="PageField"/>); empty on one from before pages had names.</summary>
    public string PageName { get; init; } = "";

    /// <summary>The decision that was read; empty as long as none was.</summary>
    public string WasRead { get; init; } = "";

    /// <summary>Whether the tick was set that says so.</summary>
    public bool Agrees { get; init; }

    /// <summary>When the form was kept last; null when it was not, and in a form that was posted.</summary>
    [JsonIgnore]
    public DateTimeOffset? SavedAt { get; init; }

    public IReadOnlyList<TypedScore> Scores { get; init; } = [];

    /// <summary>What was ticked as looked at.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    public string Amount { get; init; } = "";

    public string Reasons { get; init; } = "";

    /// <summary>Chosen conditions.</summary>
    public IReadOnlyList<string> ConditionCodes { get; init; } = [];

    /// <summary>Conditions in own words.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Both together.</summary>
    [JsonIgnore]
    public TypedDuties Duties => new(ConditionCodes, Conditions);

    /// <summary><see cref="Complete"/> or <see cref="Simple"/>.</summary>
    public string AskKind { get; init; } = "";

    public IReadOnlyList<TypedQuestion> Questions { get; init; } = [TypedQuestion.Empty];

    /// <summary>Why is asked: one reason for all questions.</summary>
    public string AskWhy { get; init; } = "";

    /// <summary>Chosen grounds.</summary>
    public IReadOnlyList<string> RefusalCodes { get; init; } = [];

    /// <summary>Why it is refused, in own words.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Why it is set aside, in own words.</summary>
    public string Incomplete { get; init; } = "";

    /// <summary>The form as it is first shown: the amount that was asked.</summary>
    public static VerdictForm Empty(Initiative initiative) => new() { Amount = initiative.Asked.ToInput() };

    public static VerdictForm From(IFormCollection form, Policy policy) => new VerdictForm
    {
        Choice = form.Text(ChoiceField),
        Version = form.Text(VersionField),
        PageName = form.Line(PageField) is { Length: <= LongestCode } name ? name : "",
        WasRead = form.Text(ReadField),
        Agrees = form.ContainsKey(AgreeField),
        Scores = TypedScore.From(form, policy.Rubric),
        Checks = TypedDuties.CodesIn(form, ChecksField),
        Amount = form.Value(AmountField),
        Reasons = form.Text(ReasonsField),
        ConditionCodes = TypedDuties.CodesIn(form, ConditionCodesField),
        Conditions = form.Text(ConditionsField),
        AskKind = form.Text(AskKindField) is Complete or Simple ? form.Text(AskKindField) : "",
        Questions = TypedQuestion.From(form),
        AskWhy = form.Line(AskWhyField),
        RefusalCodes = TypedDuties.CodesIn(form, RefusalCodesField),
        Refusal = form.Text(RefusalField),
        Incomplete = form.Text(SetAsideField),
    }.WithOneReason();

    /// <summary>The same form with one reason for its questions: the first one of a form on which each had its own.</summary>
    public VerdictForm WithOneReason() => this with
    {
        AskWhy = AskWhy.Length > 0 ? AskWhy : Questions.FirstOrDefault(question => question.Why.Length > 0)?.Why ?? "",
        Questions = [.. Questions.Select(question => question with { Why = "" })],
    };

    /// <summary>The same form with room for another question, unless there are as many as can be put at once.</summary>
    public VerdictForm WithOneMore() =>
        Questions.Count < Question.Most ? this with { Questions = [.. Questions, TypedQuestion.Empty] } : this;

    /// <summary>
    /// The same form with questions about what was left open, as many as can be put at once: a request to complete, where that is still possible.
    /// What was typed stays.
    /// </summary>
    public VerdictForm WithQuestionsAbout(IEnumerable<Gap> gaps) => this with
    {
        AskKind = AskKind.Length == 0 ? Complete : AskKind,
        AskWhy = AskWhy.Length == 0 ? ApplicationParts.WhyGaps : AskWhy,
        Questions = [.. Questions.Where(typed => !typed.IsEmpty)
            .Concat(gaps.Select(ApplicationParts.QuestionAbout))
            .DistinctBy(question => question.Text)
            .Take(Question.Most)],
    };

    /// <summary>The same form without its questions: they were put.</summary>
    public VerdictForm WithoutQuestions() => this with { AskKind = "", AskWhy = "", Questions = [TypedQuestion.Empty] };

    /// <summary>The same form as it is kept: whatever button was pressed, whatever was read, and whatever version it was filled from.</summary>
    public VerdictForm ToKeep() => this with { Choice = "", Version = "", WasRead = "", Agrees = false };

    /// <summary>Whether something was filled in for a choice, beside the amount, which is filled in beforehand.</summary>
    public bool HasTextFor(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => Reasons.Length + Conditions.Length + Checks.Count + ConditionCodes.Count + Scores.Count > 0,
        VerdictKind.Ask => Questions.Any(question => !question.IsEmpty),
        VerdictKind.Decline => Refusal.Length + RefusalCodes.Count > 0,
        VerdictKind.SetAside => Incomplete.Length > 0,
        _ => throw new UnreachableException(),
    };

    /// <summary>The choice that a word in an address or a button stands for; null for any other word.</summary>
    public static VerdictKind? KindOf(string? word) => word switch
    {
        Approve => VerdictKind.Approve,
        Ask or OneMore or AboutGaps => VerdictKind.Ask,
        Decline => VerdictKind.Decline,
        SetAside => VerdictKind.SetAside,
        _ => null,
    };

    /// <summary>The word for a choice.</summary>
    public static string WordOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => Approve,
        VerdictKind.Ask => Ask,
        VerdictKind.Decline => Decline,
        VerdictKind.SetAside => SetAside,
        _ => throw new UnreachableException(),
    };
}
