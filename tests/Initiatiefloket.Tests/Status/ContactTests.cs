using Initiatiefloket.Initiatives;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Status;

[Collection(nameof(OnStorage))]
public sealed class ContactTests(AppStorage storage)
{
    private readonly InitiativeTable _table = storage.Initiatives;

    [Theory]
    [InlineData("", "truus@bewoner.example", "", "Vul uw naam in.")]
    [InlineData("Truus", "", "", "Vul uw e-mailadres in.")]
    [InlineData("Truus", "truus", "", "Vul een e-mailadres in met een @")]
    [InlineData("Truus", "truus@bewoner.example", "bel maar", "Vul een telefoonnummer in")]
    public void Check_Wrong_SaysWhatToFillIn(string name, string email, string phone, string message)
    {
        var errors = new FormErrors();
        new ContactForm(name, email, phone, "").Check(AppTexts.Localizer, errors);

        Assert.StartsWith(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HasOtherEmail_OnlyOtherCapitals_IsTheSame()
    {
        Assert.False(new ContactForm("T", "TRUUS@bewoner.example", "", "").HasOtherEmail(Cases.Applicant));
        Assert.True(new ContactForm("T", "truus@ander.example", "", "").HasOtherEmail(Cases.Applicant));
    }

    [Fact]
    public async Task ChangeContact_ReadBeforeAnotherChange_IsNotDone()
    {
        await storage.PutAsync(Cases.InReview with { Id = "C-1" });
        var seen = await _table.GetContactAsync("C-1", CancellationToken.None);

        Assert.True(await ChangeAsync(seen, "Truus de Vries"));
        Assert.False(await ChangeAsync(seen, "Iemand Anders"));

        Assert.Equal("Truus de Vries", (await _table.GetApplicantAsync("C-1", CancellationToken.None)).Name);
        var changed = Assert.Single(await EventsAsync("C-1"), happened => happened.Kind == InitiativeEventKind.ContactChanged);
        Assert.Null(changed.Note);

        Task<bool> ChangeAsync(Contact contact, string name) => _table.ChangeContactAsync(
            "C-1", contact, contact.Applicant with { Name = name }, Cases.AskedAt, CancellationToken.None);
    }

    [Fact]
    public async Task EmailChange_AskedAgain_OnlyTheNewestCanBeConfirmedAndOnce()
    {
        await storage.PutAsync(Cases.InReview with { Id = "C-2" });
        var first = await AskAsync("een@bewoner.example");
        Assert.Equal(first, await AskAsync("een@bewoner.example"));
        var second = await AskAsync("twee@bewoner.example");

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.False(await ConfirmAsync(1));
        Assert.True(await ConfirmAsync(2));
        Assert.False(await ConfirmAsync(2));

        Assert.Equal("twee@bewoner.example", (await _table.GetApplicantAsync("C-2", CancellationToken.None)).Email);
        Assert.Equal(new EmailChange(2, null), await _table.FindEmailChangeAsync("C-2", CancellationToken.None));
        Assert.DoesNotContain(await EventsAsync("C-2"), happened => happened.ToString().Contains('@', StringComparison.Ordinal));

        Task<EmailChange> AskAsync(string email) => _table.AskEmailChangeAsync("C-2", email, Cases.AskedAt, CancellationToken.None);
        Task<bool> ConfirmAsync(int number) => _table.ConfirmEmailChangeAsync("C-2", number, Cases.AskedAt, CancellationToken.None);
    }

    private Task<IReadOnlyList<InitiativeEvent>> EventsAsync(string id) => _table.GetEventsAsync(id, CancellationToken.None);
}
