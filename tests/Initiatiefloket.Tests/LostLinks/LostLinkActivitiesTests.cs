using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.LostLinks;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.LostLinks;

[Collection(nameof(OnStorage))]
public sealed class LostLinkActivitiesTests : IDisposable
{
    private const string TypedName = "Uw rekening is geblokkeerd";
    private const string TypedTitle = "Ga naar https://kwaad.example";

    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly LinkIndex _index;
    private readonly LostLinkActivities _steps;

    public LostLinkActivitiesTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _index = new LinkIndex(storage.Tables, storage.Hash, storage.Initiatives);
        var finder = new LinkFinder(_index, storage.Initiatives, new People(Cases.Policy, storage.Initiatives), Cases.Policy, _room.Clock);
        _steps = new LostLinkActivities(finder, _room.Links, _room.OfficePost, AppTexts.Localizer);
    }

    [Fact]
    public async Task Mail_NothingConfirmed_RepeatsNoWordOfTheForm()
    {
        await DraftAsync("V-1", Cases.Applicant with { Name = TypedName, Email = "slachtoffer@bewoner.example" }, TypedTitle);

        var (name, text) = await MailToAsync("slachtoffer@bewoner.example");

        Assert.Equal("initiatiefnemer", name);
        Assert.StartsWith("Beste initiatiefnemer,", text, StringComparison.Ordinal);
        Assert.Contains("V-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(TypedName, text, StringComparison.Ordinal);
        Assert.DoesNotContain("kwaad", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_DraftBesideAConfirmedCase_HasTheConfirmedNameAndTitle()
    {
        var applicant = Cases.Applicant with { Email = "beide@bewoner.example" };
        await DraftAsync("V-2", applicant with { Name = TypedName }, TypedTitle);
        await DraftAsync("V-3", applicant, Cases.Draft.Title);
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await _storage.Initiatives.ChangeAsync("V-3", submitted, _ => Cases.Received with { Id = "V-3" }, CancellationToken.None);

        var (name, text) = await MailToAsync("beide@bewoner.example");

        Assert.Equal(applicant.Name, name);
        Assert.Contains("V-2", text, StringComparison.Ordinal);
        Assert.Contains("SAMEN ETEN IN DE THIJ (V-3)", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("kwaad", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void LabelOf_EachLinkThatIsStillOfUse_HasWordsOfItsOwn()
    {
        var needed = new HashSet<LinkPurpose>();
        foreach (var state in Enum.GetValues<InitiativeState>())
        {
            var held = Enum.GetValues<LinkPurpose>().Select(purpose => new SentLink(Cases.Id, Cases.Reviewer, purpose));
            needed.UnionWith(held.Select(link => CurrentLink.Of(link, Cases.In(state), Cases.AskedAt, Cases.AskedAt)).OfType<SentLink>().Select(link => link.Purpose));
        }

        var labels = needed.Select(purpose => LostLinkActivities.LabelOf(purpose, AppTexts.Localizer));

        Assert.Equal(6, labels.Distinct().Count());
        Assert.Equal(6, needed.Count);
    }

    public void Dispose() => _room.Dispose();

    private async Task DraftAsync(string id, Applicant applicant, string title)
    {
        var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant);
        var draft = new UnconfirmedApplication($"form-{id}", Cases.Draft with { Id = id, Title = title }, Cases.Application, applicant);
        await _storage.Initiatives.SaveUnconfirmedAsync(draft, drafted, CancellationToken.None);
        await _index.RememberAsync(Actor.Applicant, LinkPurpose.ConfirmEmail, id, CancellationToken.None);
    }

    private async Task<(string Name, string Text)> MailToAsync(string email)
    {
        var request = new LostLinksRequest(await _index.KeyOfAsync(email, CancellationToken.None), Cases.ReceivedAt);
        await _steps.MailLostLinks(request, CancellationToken.None);
        var sent = Assert.Single(_room.Sent);
        return (sent.Personalizations[0].Tos[0].Name, MailRoom.BodyOf(sent, "text/plain"));
    }
}
