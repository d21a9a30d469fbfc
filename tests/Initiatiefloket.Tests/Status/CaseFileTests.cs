using System.Text.Json;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Status;

public sealed class CaseFileTests
{
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
        Contact = ContactChanges.None,
        UnsentAnswers = new Dictionary<string, string> { ["1-1"] = "Nog niet af." },
        Events = events,
        Mails = [],
        Documents = Array.Empty<Document>(),
    };
}
