using System.Globalization;
using Initiatiefloket.Budget;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Funding;

/// <summary>A pot without money, and what the applicant is told of it. The law gives until 28 April; the pot closes at the end of May.</summary>
[Collection(nameof(OnStorage))]
public sealed class WaitingListActivitiesTests : IDisposable
{
    // Of a year that no other test has a pot for.
    private static readonly Pot Empty = new(2031, new DateOnly(2026, 5, 29), [new Fund("welzijn", "Welzijn", Euro.Whole(1))]);
    private static readonly Policy Policy = Cases.Policy with { Pots = [Empty] };

    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly PotLedger _pot;

    public WaitingListActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _pot = new PotLedger(storage.Tables, _room.Clock);
    }

    [Fact]
    public async Task Wait_TimeLeft_ExtendsTheTermAndSaysSo()
    {
        var (answer, waiting) = await WaitAsync("W-1", Cases.Approved);

        Assert.Equal(LocalTime.StartOf(Empty.ClosesOn), answer.WaitsUntil);
        Assert.Equal((InitiativeState.WaitingList, answer.WaitsUntil, true), (waiting.State, waiting.WaitsUntil, waiting.Clock!.Extension is not null));
        Assert.Contains("artikel 4:14", MailText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ExtendedByTheCoordinatorBefore_ClaimsNoOtherExtension()
    {
        var extended = Assert.IsType<ClockChange.Changed>(
            Cases.Approved.Clock!.Extend(LocalTime.DayOf(Cases.ReceivedAt), Policy.Terms.Extension, Policy.WorkingDays)).Clock;
        var (_, waiting) = await WaitAsync("W-2", Cases.Approved with { Clock = extended }, InitiativeEventKind.TermExtended);

        Assert.Equal(InitiativeState.WaitingList, waiting.State);
        Assert.Equal(extended.DecideBy(Policy.WorkingDays), waiting.Clock!.DecideBy(Policy.WorkingDays));
        Assert.DoesNotContain("4:14", MailText, StringComparison.Ordinal);
        Assert.Contains("U hoeft niets te doen. U hoort uiterlijk dinsdag 23 juni 2026", MailText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_TermOfAnOrdinanceThatOnlyLetsUsTellADate_WaitsInsideThatTerm()
    {
        var (answer, waiting) = await WaitAsync("W-11", Cases.Approved with { Clock = OrdinanceClocks.Of("2026-03-02", ExtensionBasis.ToldOnly) });

        Assert.Equal(LocalTime.StartOf(Days.Of("2026-04-27")), answer.WaitsUntil);
        Assert.Null(waiting.Clock!.Extension);
        Assert.DoesNotContain("4:14", MailText, StringComparison.Ordinal);
        Assert.Contains("U hoort uiterlijk maandag 27 april 2026", MailText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W-3", "2026-05-29T08:00:00Z", true)]
    [InlineData("W-4", "2026-04-29T08:00:00Z", false)]
    public async Task Wait_PotClosedOrLegalDatePassed_ExtendsNothingAndPromisesNothing(string id, string now, bool isWithinTheTerm)
    {
        _room.Clock.SetUtcNow(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var legal = isWithinTheTerm ? Cases.Approved.Clock! with { DecisionTerm = new Term(20, TermUnit.Weeks) } : Cases.Approved.Clock;

        var (answer, refused) = await WaitAsync(id, Cases.Approved with { Clock = legal });

        Assert.Equal(_room.Clock.GetUtcNow(), answer.WaitsUntil);
        Assert.Equal((InitiativeState.InReview, (Term?)null), (refused.State, refused.Clock!.Extension));
        Assert.Null(await _storage.Initiatives.FindEventAsync(id, "waiting-list", CancellationToken.None));
        Assert.Empty(_room.Sent);
    }

    public void Dispose() => _room.Dispose();

    private string MailText => MailRoom.BodyOf(Assert.Single(_room.Sent), "text/plain");

    /// <summary>Asks the empty pot for money, twice as a step may, and then tells the applicant.</summary>
    private async Task<(BudgetAnswer Answer, Initiative Initiative)> WaitAsync(string id, Initiative approved, params InitiativeEventKind[] before)
    {
        await _pot.OpenAsync(Empty);
        await _storage.PutAsync(approved with { Id = id, PotYear = Empty.Year });
        foreach (var kind in before)
        {
            var happened = new InitiativeEvent($"{kind}", kind, Cases.ReceivedAt, Actor.Coordinator);
            await _storage.Initiatives.ChangeAsync(id, happened, current => current, CancellationToken.None);
        }

        var waitingList = new WaitingList(_storage.Initiatives, _pot, new PartMails(_room.CasePost, AppTexts.Localizer), Policy, _room.Clock);
        var money = new BudgetActivities(_storage.Initiatives, _pot, waitingList, Policy, _room.Clock);
        var request = new BudgetRequest(id, Euro.Whole(2000), Policy.Terms);
        var answer = await money.ReserveBudget(request, CancellationToken.None);
        Assert.Equal(answer, await money.ReserveBudget(request, CancellationToken.None));
        var list = new WaitingListActivities(_storage.Initiatives, _room.CasePost, waitingList, Policy, AppTexts.Localizer, _room.Clock);
        await list.TellWaiting(id, CancellationToken.None);
        return (answer, await _storage.Initiatives.GetAsync(id, CancellationToken.None));
    }
}
