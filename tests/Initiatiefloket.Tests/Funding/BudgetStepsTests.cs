using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Workflow;

namespace Initiatiefloket.Tests.Funding;

public sealed class BudgetStepsTests
{
    private static readonly string[] One = ["BI-2027-AAAAA"];
    private static readonly int[] Years = [2026, 2027];
    private static readonly DateTimeOffset Until = Cases.ReceivedAt.AddDays(30);
    private readonly StagedWorkflow _stage = new();

    [Fact]
    public async Task Secure_MoneyIsThere_ReservesAtOnce()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(WaitsUntil: null));

        Assert.Equal(new Funded(FundingOutcome.Reserved, Euro.Whole(2000)), await Secure());
        Assert.Equal([nameof(BudgetActivities.ReserveBudget)], _stage.Steps);
    }

    [Fact]
    public async Task Secure_ReservedLessThanAsked_WakesWhoIsServedByIt()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(WaitsUntil: null) { Served = One });

        await Secure();

        Assert.Equal([nameof(BudgetActivities.ReserveBudget), nameof(OfferActivities.ConfirmOffer)], _stage.Steps);
        Assert.Equal(One, _stage.Sent.Select(sent => sent.InstanceId));
    }

    [Fact]
    public async Task Secure_ApplicantTakesAPart_IsThatPart()
    {
        var funding = Waiting();

        _stage.Raise(WorkflowEvents.BudgetOffered, _stage.Row with { IsFunded = true, Amount = Euro.Whole(1500) });

        Assert.Equal(new Funded(FundingOutcome.Reserved, Euro.Whole(1500)), await funding);
    }

    [Fact]
    public async Task Secure_PotIsEmpty_TellsTheApplicantAndWaits()
    {
        var funding = Waiting();

        Assert.Equal([nameof(BudgetActivities.ReserveBudget), nameof(WaitingListActivities.TellWaiting)], _stage.Steps);
        _stage.Raise(WorkflowEvents.BudgetOffered);
        Assert.False(funding.IsCompleted);
        _stage.Raise(WorkflowEvents.BudgetOffered, _stage.Row with { IsFunded = true });

        Assert.Equal(FundingOutcome.Reserved, (await funding).Outcome);
    }

    [Fact]
    public async Task Secure_NothingComesFree_IsNotInTime()
    {
        var funding = Waiting();

        _stage.PassTo(Until);

        Assert.Equal(FundingOutcome.NotInTime, (await funding).Outcome);
    }

    [Fact]
    public async Task Secure_TheApplicantGaveMoreTimeMeanwhile_WaitsAsMuchLonger()
    {
        var funding = Waiting();
        _stage.Row = _stage.Row with { ListedUntil = Until.AddDays(14) };

        _stage.PassTo(Until);
        Assert.False(funding.IsCompleted);
        _stage.PassTo(Until.AddDays(14));

        Assert.Equal(FundingOutcome.NotInTime, (await funding).Outcome);
    }

    [Fact]
    public async Task Secure_OfferAndEndInTheSameInstant_IsReserved()
    {
        var funding = Waiting();
        _stage.Row = _stage.Row with { IsFunded = true };

        _stage.PassTo(Until);

        Assert.Equal(FundingOutcome.Reserved, (await funding).Outcome);
    }

    [Fact]
    public async Task Secure_WithdrawnJustAfterTheOffer_IsWithdrawn()
    {
        var funding = Waiting();
        _stage.Row = _stage.Row with { IsFunded = true };

        _stage.Withdraw();

        Assert.Equal(FundingOutcome.Withdrawn, (await funding).Outcome);
    }

    [Fact]
    public async Task WaitingListRound_SeveralPots_OffersOfEach()
    {
        _stage.On(nameof(OfferActivities.FindPots), _ => Years);
        _stage.On(nameof(OfferActivities.OfferMoney), year => (int)year! == 2027 ? One : Array.Empty<string>());

        await _stage.Start(async workflow =>
        {
            await WaitingListRound.RunAsync(workflow);
            return true;
        });

        Assert.Equal(Years, _stage.InputsOf<int>(nameof(OfferActivities.OfferMoney)));
        Assert.Equal(One, _stage.Sent.Select(sent => sent.InstanceId));
    }

    private Task<Funded> Secure() => _stage.Start(
        workflow => workflow.SecureBudgetAsync(Cases.Case, new Waits(workflow, Cases.Id), Euro.Whole(2000)));

    private Task<Funded> Waiting()
    {
        _stage.On(nameof(BudgetActivities.ReserveBudget), _ => new BudgetAnswer(Until));
        return Secure();
    }
}
