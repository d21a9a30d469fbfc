using Initiatiefloket.Council;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Council;

[Collection(nameof(OnStorage))]
public sealed class CouncilWindowActivitiesTests : IDisposable
{
    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly CouncilWindowActivities _steps;

    public CouncilWindowActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _steps = new CouncilWindowActivities(
            storage.Initiatives, _room.CasePost, new CouncilNewsMails(AppTexts.Localizer), Cases.Policy, _room.Clock);
    }

    [Fact]
    public async Task Open_RunTwice_KeepsTheEndOfTheFirst()
    {
        await _storage.PutAsync(Cases.Approved with { Id = "K-1" });

        var first = await _steps.OpenCouncilWindow(CaseOf("K-1"), CancellationToken.None);
        _room.Clock.Advance(TimeSpan.FromDays(1));
        var second = await _steps.OpenCouncilWindow(CaseOf("K-1"), CancellationToken.None);

        Assert.Equal(LocalTime.StartOf(new DateOnly(2026, 3, 10)), first.EndsAt);
        Assert.Equal(first.EndsAt, second.EndsAt);
        Assert.Equal(Cases.Policy.Council.Members.Select(member => member.Id), second.MemberIds);
    }

    [Fact]
    public async Task Open_Withdrawn_NotifiesNobody()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "K-2" });

        var window = await _steps.OpenCouncilWindow(CaseOf("K-2"), CancellationToken.None);
        await _steps.NotifyCouncilMember(new CouncilNotice("K-2", "raadslid-1"), CancellationToken.None);

        Assert.Empty(window.MemberIds);
        Assert.Empty(_room.Sent);
    }

    [Theory]
    [InlineData(0, InitiativeState.CouncilWindow)]
    [InlineData(1, InitiativeState.CouncilWindow)]
    [InlineData(2, InitiativeState.CouncilDecides)]
    [InlineData(5, InitiativeState.CouncilDecides)]
    public async Task Close_CallIns_DecideWhetherTheCouncilDoes(int callIns, InitiativeState state)
    {
        var id = $"K-3-{callIns}";
        await _storage.PutAsync(Cases.CouncilWindow with { Id = id, CalledInBy = [.. Enumerable.Range(1, callIns).Select(member => $"raadslid-{member}")] });

        await _steps.CloseCouncilWindow(CaseOf(id), CancellationToken.None);

        var closed = await _storage.Initiatives.GetAsync(id, CancellationToken.None);
        Assert.Equal((state, false), (closed.State, closed.IsOpenForCallIn));
        Assert.Null(closed.CallIn("raadslid-5", "Te laat."));
    }

    [Fact]
    public async Task Close_WhileMembersCallIn_EachCallInCountsOrIsTooLate()
    {
        await _storage.PutAsync(Cases.CouncilWindow with { Id = "K-4" });

        var closing = _steps.CloseCouncilWindow(CaseOf("K-4"), CancellationToken.None);
        var calls = await Task.WhenAll(Enumerable.Range(1, 5).Select(member => _storage.Initiatives.ChangeAsync(
            "K-4",
            new InitiativeEvent($"called-in-{member}", InitiativeEventKind.CalledIn, Cases.AskedAt, Actor.CouncilMember($"raadslid-{member}")),
            current => current.CallIn($"raadslid-{member}", "Erover praten."),
            CancellationToken.None)));
        await closing;

        var closed = await _storage.Initiatives.GetAsync("K-4", CancellationToken.None);
        Assert.Equal(calls.Count(call => call is Saved.Now), closed.CalledInBy.Count);
        Assert.Equal(closed.CalledInBy.Count >= 2 ? InitiativeState.CouncilDecides : InitiativeState.CouncilWindow, closed.State);
        Assert.All(calls, call => Assert.False(call is Saved.Before));
    }

    public void Dispose() => _room.Dispose();

    private static InitiativeCase CaseOf(string id) => Cases.Case with { Id = id };
}
