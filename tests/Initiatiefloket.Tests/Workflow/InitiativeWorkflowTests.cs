using Initiatiefloket.Council;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Workflow;

namespace Initiatiefloket.Tests.Workflow;

public sealed class InitiativeWorkflowTests
{
    private const string Begin = nameof(CaseEnds.BeginCase);
    private const string Letter = nameof(AwardActivities.Decide);
    private const string Close = nameof(CaseEnds.CloseCase);
    private const string Pay = nameof(AwardActivities.AskPayment);
    private static readonly DateTimeOffset GivesUpAt = Cases.ReceivedAt.AddDays(18);
    private static readonly DateTimeOffset ListEnds = Cases.ReceivedAt.AddDays(100);
    private static readonly string[] Served = ["BI-2026-AAAAA", "BI-2026-BBBBB"];
    private readonly StagedWorkflow _stage = new();
    private readonly Task<Ending> _case;
    private DateTimeOffset? _paymentWaitsUntil;

    public InitiativeWorkflowTests()
    {
        _stage.On(nameof(AwardActivities.Decide), _ => true);
        _stage.On(Pay, _ => _paymentWaitsUntil);
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(WaitsUntil: null));
        _stage.On(Begin, _ => new ReviewersInvited(0, [new(0, 1, NudgeKind.GiveUp, GivesUpAt)]));
        _stage.On(Close, _ => Array.Empty<string>());
        _stage.On(nameof(CouncilDecisionActivities.AskCouncil), _ => new CouncilAsked([ListEnds]));
        _case = _stage.Start(workflow => InitiativeWorkflow.RunAsync(workflow, Cases.Case));
    }

    [Fact]
    public async Task Run_ApprovedInBandVrij_IsGrantedAndPaid()
    {
        Approve(2000);

        Assert.Equal(Ending.Granted, await _case);
        Assert.Equal([Begin, nameof(BudgetActivities.ReserveBudget), Letter, Close, Pay], _stage.Steps);
        Assert.Equal(Euro.Whole(2000), Assert.Single(_stage.InputsOf<BudgetRequest>(nameof(BudgetActivities.ReserveBudget))).Amount);
        Assert.Equal(LetterKind.Award, Decision.Kind);
    }

    [Fact]
    public async Task Run_ApplicantsDataChangedLately_IsPaidLater()
    {
        _paymentWaitsUntil = GivesUpAt;
        Approve(2000);
        Assert.False(_case.IsCompleted);

        _paymentWaitsUntil = null;
        _stage.PassTo(GivesUpAt);

        Assert.Equal(Ending.Granted, await _case);
        Assert.Equal([Close, Pay, Pay], _stage.Steps.TakeLast(3));
        Assert.Equal(Cases.Case.Rules.Terms.PaymentAfterChange, _stage.InputsOf<PaymentCase>(Pay)[0].AfterChange);
    }

    [Fact]
    public async Task Run_Declined_IsRejectedWithTheProfessionalsReasons()
    {
        Raise(_stage.Row with { Verdict = VerdictKind.Decline });

        Assert.Equal(Ending.Rejected, await _case);
        Assert.Equal((LetterKind.Refusal, RefusalGround.Professional), (Decision.Kind, Decision.Ground));
        Assert.Equal([Begin, Letter, Close], _stage.Steps);
    }

    [Fact]
    public async Task Run_SetAsideByTheProfessional_IsSetAside()
    {
        Raise(_stage.Row with { Verdict = VerdictKind.SetAside });

        Assert.Equal(Ending.SetAside, await _case);
        Assert.Equal((LetterKind.SetAside, (RefusalGround?)null), (Decision.Kind, Decision.Ground));
        Assert.Equal([Letter, Close], _stage.Steps.TakeLast(2));
    }

    [Fact]
    public async Task Run_NobodyDecides_IsLeftToTheDesk()
    {
        _stage.PassTo(GivesUpAt);

        Assert.Equal(Ending.LeftToDesk, await _case);
        Assert.Equal([Begin, nameof(ClosingActivities.LeaveToDesk), Close], _stage.Steps);
        Assert.Equal([new CaseEnded(Cases.Id, 2026, Ending.LeftToDesk)], _stage.InputsOf<CaseEnded>(Close));
    }

    [Fact]
    public async Task Run_Withdrawn_IsConfirmedWithoutALetter()
    {
        _stage.Withdraw();

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([Begin, Close, nameof(ClosingActivities.ConfirmWithdrawal)], _stage.Steps);
    }

    [Fact]
    public async Task Run_WithdrawnJustBeforeTheDecision_IsWithdrawn()
    {
        _stage.On(nameof(AwardActivities.Decide), _ => false);

        Approve(2000);

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([Letter, Close, nameof(ClosingActivities.ConfirmWithdrawal)], _stage.Steps.Skip(2));
    }

    [Theory]
    [InlineData(CouncilChoice.Grant, Ending.Granted, null)]
    [InlineData(CouncilChoice.Decline, Ending.Rejected, RefusalGround.Council)]
    public async Task Run_TheCouncilDecided_IsWhatItDecided(CouncilChoice choice, Ending ending, RefusalGround? ground)
    {
        Approve(20_000);
        _stage.Raise(WorkflowEvents.CouncilDecided, _stage.Row with { CouncilChoice = choice });

        Assert.Equal(ending, await _case);
        Assert.Equal(ground, Decision.Ground);
    }

    [Fact]
    public async Task Run_TheCouncilNeverDecided_IsLeftToTheDesk()
    {
        Approve(20_000);

        _stage.PassTo(ListEnds);

        Assert.Equal(Ending.LeftToDesk, await _case);
        Assert.Equal([nameof(ClosingActivities.LeaveToDesk), Close], _stage.Steps.TakeLast(2));
    }

    [Fact]
    public async Task Run_WithdrawnWhileTheCouncilDecides_GivesTheMoneyBack()
    {
        Approve(20_000);

        _stage.Withdraw();

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([Close, nameof(ClosingActivities.ConfirmWithdrawal)], _stage.Steps.TakeLast(2));
    }

    [Fact]
    public async Task Run_PotStaysEmpty_IsRejectedForThat()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(ListEnds));
        Approve(2000);

        _stage.PassTo(ListEnds);

        Assert.Equal(Ending.Rejected, await _case);
        Assert.Equal(RefusalGround.PotIsEmpty, Decision.Ground);
    }

    [Fact]
    public async Task Run_WithdrawnOnTheWaitingList_IsWithdrawn()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(ListEnds));
        Approve(2000);

        _stage.Withdraw();

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([Ending.Withdrawn], _stage.InputsOf<CaseEnded>(Close).Select(ended => ended.Ending));
    }

    [Fact]
    public async Task Run_MoneyComesFree_IsGranted()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(ListEnds));
        Approve(2000);

        _stage.Raise(WorkflowEvents.BudgetOffered, _stage.Row with { IsFunded = true });

        Assert.Equal(Ending.Granted, await _case);
    }

    [Fact]
    public async Task Run_SomebodyWaitsForTheMoney_IsWokenAndNoted()
    {
        _stage.On(Close, _ => Served);

        Raise(_stage.Row with { Verdict = VerdictKind.Decline });

        Assert.Equal(Ending.Rejected, await _case);
        Assert.Equal(Served.Select(id => (id, WorkflowEvents.BudgetOffered)), _stage.Sent);
        Assert.Equal(Served, _stage.InputsOf<string>(nameof(OfferActivities.ConfirmOffer)));
    }

    private DecisionCase Decision => Assert.Single(_stage.InputsOf<DecisionCase>(Letter));

    private void Approve(long euros) => Raise(_stage.Row with { Verdict = VerdictKind.Approve, Amount = Euro.Whole(euros) });

    private void Raise(CaseSnapshot row) => _stage.Raise(WorkflowEvents.ReviewChanged(1), row);
}
