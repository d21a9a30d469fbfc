using System.Text.Json;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;

namespace Initiatiefloket.Tests.Status;

public sealed class CaseFileTests
{
    public static TheoryData<InitiativeEventKind> Kinds { get; } = [.. Enum.GetValues<InitiativeEventKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EventWords_Kind_IsASentence(InitiativeEventKind kind) =>
        Assert.Matches(@"^[A-Z].+\.$", EventWords.Of(kind, AppTexts.Localizer));

    [Theory]
    [InlineData("confirm-0123456789abcdef", "Bevestig uw aanvraag")]
    [InlineData("receipt", "Wij hebben uw aanvraag ontvangen")]
    [InlineData("question-2-asked", "Vraag over uw aanvraag")]
    [InlineData("question-12-reminder", "Herinnering aan onze vraag")]
    [InlineData("question-1-answered", "Wij hebben uw antwoord ontvangen")]
    [InlineData("new-link-0123456789abcdef", "Een nieuwe link")]
    [InlineData("email-changed-1", "Uw e-mailadres is gewijzigd")]
    [InlineData("something-new", "something-new")]
    public void MailWords_Step_IsWhatItWasAbout(string step, string words) =>
        Assert.Equal(words, MailWords.Of(new SentMail(step, Cases.AskedAt, Posted.Now), AppTexts.Localizer));

    [Fact]
    public void ToJson_CaseWithOthersInIt_SaysTheirPartOnly()
    {
        var initiative = Cases.CouncilDecides with { Verdicts = [.. Cases.Questioned.Verdicts, Cases.VerdictOf(VerdictKind.Approve, round: 2)] };
        var events = new[]
        {
            new InitiativeEvent("called-in-raadslid-1", InitiativeEventKind.CalledIn, Cases.AskedAt, Actor.CouncilMember("raadslid-1")),
            new InitiativeEvent("mail-refused", InitiativeEventKind.MailRefused, Cases.AskedAt, Actor.Workflow, "reviewer:welzijn"),
        };

        var json = CaseFileData.ToJson(FileOf(initiative, events));

        Assert.DoesNotContain("raadslid", json, StringComparison.Ordinal);
        Assert.DoesNotContain("welzijn", json, StringComparison.Ordinal);
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(2, root.GetProperty("councilMembersWhoCalledIn").GetInt32());
        Assert.Equal(["council", "workflow"], root.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("by").GetString()));
        Assert.Equal("Nog niet af.", root.GetProperty("unsentAnswers").GetProperty("1-1").GetString());
    }

    private static CaseFile FileOf(Initiative initiative, IReadOnlyList<InitiativeEvent> events) => new()
    {
        Initiative = initiative,
        Application = Cases.Application,
        Applicant = Cases.Applicant,
        UnconfirmedEmail = null,
        UnsentAnswers = new Dictionary<string, string> { ["1-1"] = "Nog niet af." },
        Events = events,
        Mails = [],
        Documents = Array.Empty<Document>(),
    };
}
