using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

[Collection(nameof(OnStorage))]
public sealed class ContactChangesTests(AppStorage storage)
{
    private const string New = "truus@ander.example";

    private static readonly DateTimeOffset Now = Cases.AskedAt;
    private static readonly ContactChange Phone = new(1, Now, Now.AddDays(2), Now.AddDays(7)) { Phone = "0541 999999", IsTold = true };
    private static readonly ContactChange Email = new(1, Now, Now.AddDays(2), Now.AddDays(7)) { Email = New, IsTold = true };

    [Fact]
    public void Settle_PhoneBeforeItsTime_DoesNotCount() =>
        Assert.Equal(Cases.Applicant, Waiting(Phone).Settle(Phone.CountsAt.AddTicks(-1)).Applicant);

    [Fact]
    public void Settle_PhoneThatThePresentAddressWasToldOf_CountsAtItsTime()
    {
        var settled = Waiting(Phone).Settle(Phone.CountsAt);

        Assert.Equal("0541 999999", settled.Applicant.Phone);
        Assert.Null(settled.Changes.Waiting);
        Assert.Equal((ContactPart.Phone, Cases.Applicant.Phone), (Assert.Single(settled.Changes.Counted).Part, settled.Changes.Counted[0].From));
    }

    [Fact]
    public void Settle_PhoneThatNobodyWasToldOf_LapsesWithoutCounting()
    {
        var untold = Waiting(Phone with { IsTold = false });

        Assert.Equal(untold, untold.Settle(Phone.CountsAt));
        var lapsed = untold.Settle(Phone.LapsesAt);
        Assert.Equal((Cases.Applicant, null), (lapsed.Applicant, lapsed.Changes.Waiting));
    }

    [Fact]
    public void Told_LaterThanAtOnce_GivesTheWholeTermFromThen()
    {
        var late = Waiting((Phone with { IsTold = false }).Told(Phone.LapsesAt.AddDays(1)));

        Assert.Equal(late, late.Settle(Phone.LapsesAt));
        Assert.Equal("0541 999999", late.Settle(Phone.LapsesAt.AddDays(1)).Applicant.Phone);
    }

    [Fact]
    public void Settle_PhoneThatThePresentAddressConfirmed_CountsAtOnce() =>
        Assert.Equal("0541 999999", Waiting(Phone with { IsConfirmedHere = true }).Settle(Now).Applicant.Phone);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void CountEmail_WithoutBothAddresses_IsNotDone(bool here, bool there) =>
        Assert.Null(Waiting(Email with { IsConfirmedHere = here, IsConfirmedThere = there }).CountEmail(1, Now.AddDays(6)));

    [Fact]
    public void CountEmail_ConfirmedByBothInTime_Counts()
    {
        var both = Waiting(Email with { IsConfirmedHere = true, IsConfirmedThere = true });

        Assert.Equal(New, both.CountEmail(1, Now)!.Applicant.Email);
        Assert.Null(both.CountEmail(2, Now));
        Assert.Null(both.CountEmail(1, Email.LapsesAt));
    }

    [Fact]
    public void Disown_OfWhatCounted_IsInDisputeUntilTheDeskPutsItRight()
    {
        var counted = Waiting(Phone).Settle(Phone.CountsAt);
        var disowned = counted with { Changes = counted.Changes.Disown(1) };

        Assert.Single(disowned.Changes.InDispute);
        Assert.Empty(disowned.Correct(Cases.Applicant, Now.AddDays(4)).Changes.InDispute);
    }

    [Fact]
    public async Task ChangeContact_Stored_LeavesTheDataOutOfTheTrail()
    {
        await storage.PutAsync(Cases.InReview with { Id = "CC-1" });
        var happened = new InitiativeEvent("contact-asked-1", InitiativeEventKind.ContactChangeAsked, Now, Actor.Applicant);

        await storage.Initiatives.ChangeContactAsync(
            "CC-1", before => new ContactStep(before with { Changes = before.Changes.Ask(Email) }, happened), CancellationToken.None);
        var before = await storage.Initiatives.GetContactAsync("CC-1", CancellationToken.None);
        await storage.Initiatives.ChangeContactAsync("CC-1", _ => null, CancellationToken.None);

        Assert.Equal(New, before.Changes.Waiting!.Email);
        Assert.Equal(before.Version, (await storage.Initiatives.GetContactAsync("CC-1", CancellationToken.None)).Version);
        Assert.DoesNotContain(
            await storage.Initiatives.GetEventsAsync("CC-1", CancellationToken.None), one => one.ToString().Contains('@', StringComparison.Ordinal));
    }

    private static ApplicantContact Waiting(ContactChange change) => new(Cases.Applicant, ContactChanges.None.Ask(change), "1");
}
