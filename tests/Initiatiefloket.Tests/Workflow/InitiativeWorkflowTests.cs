using Initiatiefloket.Awards;
using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Status;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Workflow;

namespace Initiatiefloket.Tests.Workflow;

public sealed class InitiativeWorkflowTests
{
    private const string Forget = nameof(KeptFormActivities.ForgetKeptForms);
    private static readonly DateTimeOffset ListEnds = Cases.ReceivedAt.AddDays(100);
    private static readonly string[] Letter = [nameof(AwardActivities.Decide), nameof(AwardActivities.AnnounceLetter)];
    private static readonly string[] Release = [nameof(BudgetActivities.ReleaseBudget), nameof(WaitingListActivities.OfferMoney)];
    private readonly StagedWorkflow _stage = new();
    private readonly Task<Ending> _case;

    public InitiativeWorkflowTests()
    {
        _stage.On(nameof(AwardActivities.Decide), _ => true);
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(WaitsUntil: null));
        _stage.On(nameof(WaitingListActivities.OfferMoney), _ => Array.Empty<string>());
        _stage.On(nameof(CouncilDecisionActivities.AskCouncil), _ => new CouncilAsked([ListEnds]));
        _case = _stage.Start(workflow => InitiativeWorkflow.RunAsync(workflow, Cases.Case));
    }

    [Fact]
    public async Task Run_ApprovedInBandVrij_IsGrantedAndPaid()
    {
        Approve(2000);

        Assert.Equal(Ending.Granted, await _case);
        Assert.Equal(
            [
                nameof(ReceiptActivities.ConfirmReceipt), nameof(BudgetActivities.ReserveBudget),
                .. Letter, nameof(WaitingListActivities.OfferMoney), Forget,
            ],
            _stage.Steps);
        Assert.Equal(Euro.Whole(2000), Assert.Single(_stage.InputsOf<BudgetRequest>(nameof(BudgetActivities.ReserveBudget))).Amount);
        Assert.Equal(LetterKind.Award, Decision.Kind);
    }

    [Fact]
    public async Task Run_Declined_IsRejectedWithTheProfessionalsReasons()
    {
        EndRound(new ReviewOutcome.Declined());

        Assert.Equal(Ending.Rejected, await _case);
        Assert.Equal((LetterKind.Refusal, RefusalGround.Professional), (Decision.Kind, Decision.Ground));
        Assert.Equal([nameof(ReceiptActivities.ConfirmReceipt), .. Letter, .. Release, Forget], _stage.Steps);
    }

    [Fact]
    public async Task Run_NotCompleted_IsSetAside()
    {
        EndRound(new ReviewOutcome.NotCompleted());

        Assert.Equal(Ending.SetAside, await _case);
        Assert.Equal((LetterKind.SetAside, (RefusalGround?)null), (Decision.Kind, Decision.Ground));
        Assert.Equal(Forget, _stage.Steps[^1]);
    }

    [Fact]
    public async Task Run_NobodyDecides_IsLeftToTheDeskAndTheMoneyGoesBack()
    {
        EndRound(new ReviewOutcome.NobodyDecided());

        Assert.Equal(Ending.LeftToDesk, await _case);
        Assert.Equal([nameof(ReceiptActivities.ConfirmReceipt), .. Release, Forget], _stage.Steps);
    }

    [Fact]
    public async Task Run_Withdrawn_IsConfirmedWithoutALetter()
    {
        EndRound(new ReviewOutcome.Withdrawn());

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([nameof(ReceiptActivities.ConfirmReceipt), .. Release, nameof(ClosingActivities.ConfirmWithdrawal), Forget], _stage.Steps);
    }

    [Fact]
    public async Task Run_WithdrawnJustBeforeTheDecision_IsWithdrawn()
    {
        _stage.On(nameof(AwardActivities.Decide), _ => false);

        Approve(2000);

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([nameof(AwardActivities.Decide), .. Release, nameof(ClosingActivities.ConfirmWithdrawal), Forget], _stage.Steps.Skip(2));
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
        Assert.Equal([.. Release, Forget], _stage.Steps.TakeLast(3));
    }

    [Fact]
    public async Task Run_WithdrawnWhileTheCouncilDecides_GivesTheMoneyBack()
    {
        Approve(20_000);

        _stage.Withdraw();

        Assert.Equal(Ending.Withdrawn, await _case);
        Assert.Equal([.. Release, nameof(ClosingActivities.ConfirmWithdrawal), Forget], _stage.Steps.TakeLast(4));
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
        Assert.Contains(nameof(BudgetActivities.ReleaseBudget), _stage.Steps);
    }

    [Fact]
    public async Task Run_MoneyComesFree_IsGranted()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(ListEnds));
        Approve(2000);

        _stage.Raise(WorkflowEvents.BudgetOffered, _stage.Row with { IsFunded = true });

        Assert.Equal(Ending.Granted, await _case);
    }

    private DecisionCase Decision => Assert.Single(_stage.InputsOf<DecisionCase>(nameof(AwardActivities.Decide)));

    private void Approve(long euros) => EndRound(new ReviewOutcome.Approved(Euro.Whole(euros)));

    private void EndRound(ReviewOutcome outcome) => _stage.End(ReviewRound.InstanceIdOf(Cases.Id, 1), new ReviewRoundEnded(outcome));
}
