using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Review;

/// <summary>Review forms without mistakes, and what reading them comes to.</summary>
internal static class Forms
{
    /// <summary>A link of a reviewer to the second round.</summary>
    public static Link Link { get; } = new(LinkPurpose.Review, Cases.Id, Cases.Reviewer, Round: 2, Cases.ReceivedAt.AddDays(60));

    /// <summary>A case whose applicant was asked as often as the policy allows.</summary>
    public static Initiative AskedOut { get; } = Enumerable.Range(1, Cases.Policy.Limits.QuestionRounds)
        .Aggregate(Cases.InReview, (asked, round) => asked.With(Cases.VerdictOf(VerdictKind.Ask, round)));

    /// <summary>A case whose band asks for so much of the rubric, and for these ticks.</summary>
    public static Initiative Weighed(RubricUse rubric, params IReadOnlyList<ReviewCheck> checks) => Cases.InReview with
    {
        Bands = [.. Cases.InReview.Bands.Select(band => band with { Review = band.Review with { Rubric = rubric, Checks = checks } })],
    };

    /// <summary>A good score with a reason on each line of the rubric.</summary>
    public static IReadOnlyList<TypedScore> Scores { get; } = [.. Cases.Policy.Rubric.Select(line => new TypedScore(line.Id, "4", "Goed bedacht."))];

    public static VerdictForm Approval { get; } = new()
    {
        Choice = VerdictForm.Approve,
        Scores = Scores,
        Amount = "3.500",
        Reasons = "Goed plan.",
    };

    public static VerdictForm PutQuestion { get; } = Asking(new TypedQuestion("", "Waar is het?"));

    public static VerdictForm Refusal { get; } = new() { Choice = VerdictForm.Decline, RefusalCodes = ["costs"], Refusal = "De zaal is gratis." };

    public static VerdictForm Asking(TypedQuestion question) =>
        new() { Choice = VerdictForm.Ask, AskKind = VerdictForm.Complete, AskWhy = "Dat staat er niet.", Questions = [question] };

    public static Verdict? Read(VerdictForm form, Initiative? initiative = null, DateTimeOffset? now = null) => Read(form, [], initiative, now);

    public static Verdict? Read(VerdictForm form, FormErrors errors, Initiative? initiative = null, DateTimeOffset? now = null) =>
        form.Read(Link, initiative ?? Cases.InReview, Cases.Policy, now ?? Cases.AskedAt, errors);

    /// <summary>Reading the form finds one mistake, in this field.</summary>
    public static void AssertWrong(VerdictForm form, string field, string message, Initiative? initiative = null, DateTimeOffset? now = null)
    {
        var errors = new FormErrors();

        Assert.Null(Read(form, errors, initiative, now));
        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Equal(field, errors[0].Field);
    }
}
