using Initiatiefloket.Council;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Microsoft.DurableTask.Converters;

namespace Initiatiefloket.Tests.Workflow;

/// <summary>What travels between workflow and steps must come out of the history as it went in.</summary>
public sealed class DurableMessagesTests
{
    private static readonly ReviewRoundCase Round = new(Cases.Id, 2, RoundKind.Conversation, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);

    private static readonly Nudge Rung = new(1, 2, NudgeKind.Coordinator, Cases.ReceivedAt);

    private static readonly object[] All =
    [
        Cases.Case,
        Cases.Case with { Resumed = new CaseResumed(1, 2, new Euro(1234)) },
        Round,
        new ReviewersInvited(1, [Rung]),
        new RoundNudge(Round, Rung),
        new AnswerExpected(Cases.ReceivedAt, Cases.AskedAt, SetAsideBefore: Cases.AskedAt),
        new BudgetRequest(Cases.Id, new Euro(1234), Cases.Policy.Terms),
        new BudgetAnswer(Cases.ReceivedAt),
        new BudgetAnswer(WaitsUntil: null),
        new CouncilWindow(Cases.ReceivedAt, ["anna"]),
        new CouncilNotice(Cases.Id, "anna"),
        new CouncilAsked([Cases.ReceivedAt]),
        new CouncilReminder(Cases.Id, 2, IsLast: true),
        new DigestIssue(1, 2, ["anna"]),
        new DecisionCase(Cases.Id, LetterKind.Refusal, RefusalGround.PotIsEmpty),
        new CaseSnapshot(InitiativeState.CouncilDecides, VerdictKind.Approve, new Euro(1234), true, 1, true, 2, CouncilChoice.Grant, true),
        new CaseEnded(Cases.Id, 2026, Ending.LeftToDesk),
        new CaseEnded(Cases.Id, 2026, Ending.Rejected, TakenUp: 1),
        Ending.LeftToDesk,
    ];

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Message_ThroughTheHistory_IsTheSame(int number)
    {
        var message = All[number];

        var read = JsonDataConverter.Default.Deserialize(JsonDataConverter.Default.Serialize(message), message.GetType());

        Assert.Equivalent(message, read, strict: true);
        Assert.IsType(message.GetType(), read);
    }
}
