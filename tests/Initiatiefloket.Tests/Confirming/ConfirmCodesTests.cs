using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Initiatiefloket.Confirming;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Microsoft.Extensions.Logging.Abstractions;
using SendGrid;

namespace Initiatiefloket.Tests.Confirming;

[Collection(nameof(OnStorage))]
public sealed partial class ConfirmCodesTests : IDisposable
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private readonly AppStorage _storage;
    private readonly MailRoom _room;

    public ConfirmCodesTests(AppStorage storage) => (_storage, _room) = (storage, new MailRoom(storage));

    private ConfirmCodes Codes => new(new ConfirmCodeTable(_storage.Tables), _storage.Hash, _room.CasePost, _room.OfficePost, _room.People, _room.Clock, NullLogger<ConfirmCodes>.Instance);

    [Fact]
    public async Task Mail_ToWhomTheLinkWasSent_SaysWhatIsDecidedAndConfirmsIt()
    {
        var asked = Decision("K-1");

        Assert.Equal(new CodeMailed.Sent(Cases.ReceivedAt.AddMinutes(15)), await Codes.MailAsync(asked, CancellationToken.None));

        Assert.Equal([("Uw code voor het besluit over initiatief K-1", Reviewer)], _room.Envelopes);
        var text = MailRoom.BodyOf(_room.Sent[0], MimeType.Text);
        Assert.Contains("- Besluit: Toekennen: € 1.200", text, StringComparison.Ordinal);
        Assert.Contains("- De code werkt tot: 2 maart 2026, 09:15", text, StringComparison.Ordinal);
        Assert.Contains("Heeft u dit besluit niet zelf ingevuld?", text, StringComparison.Ordinal);
        Assert.IsType<CodeChecked.Confirmed>(await Codes.CheckAsync(asked, CodeIn(text), CancellationToken.None));
    }

    [Fact]
    public async Task Mail_AskedTwiceAtOnce_GoesOutOnceAndLaterAgainWithAnotherCode()
    {
        var asked = Decision("K-2");
        await Task.WhenAll(Codes.MailAsync(asked, CancellationToken.None), Codes.MailAsync(asked, CancellationToken.None));
        await Codes.MailAsync(asked, CancellationToken.None);
        var messages = _room.Sent.Select(sent => sent.Personalizations[0].Headers["Message-ID"]);
        Assert.Single(messages.Distinct());
        var first = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));

        _room.Clock.Advance(TimeSpan.FromMinutes(1));
        await Codes.MailAsync(asked, CancellationToken.None);

        var second = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));
        Assert.NotEqual(first, second);
        Assert.Equal(new CodeChecked.Wrong(4), await Codes.CheckAsync(asked, first, CancellationToken.None));
        Assert.IsType<CodeChecked.Confirmed>(await Codes.CheckAsync(asked, second, CancellationToken.None));
    }

    [Fact]
    public async Task Mail_Refused_IsSaidAndTriedAgainWhenAskedFor()
    {
        await _storage.PutAsync(Cases.InReview with { Id = "K-9" });
        var asked = Decision("K-9");
        _room.Answer = email => email == Reviewer ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;

        Assert.IsType<CodeMailed.Refused>(await Codes.MailAsync(asked, CancellationToken.None));
        _room.Answer = _ => HttpStatusCode.Accepted;

        Assert.IsType<CodeMailed.Sent>(await Codes.MailAsync(asked, CancellationToken.None));
        Assert.Equal([Reviewer, "coordinator@oldenzaal.example", Reviewer], _room.Envelopes.Select(envelope => envelope.To));
    }

    [Fact]
    public async Task Mail_ServiceWasOut_GoesOutAtTheNextAttempt()
    {
        var asked = Decision("K-3");
        _room.Answer = _ => System.Net.HttpStatusCode.ServiceUnavailable;
        await Assert.ThrowsAsync<TransientFailureException>(() => Codes.MailAsync(asked, CancellationToken.None));

        _room.Answer = _ => System.Net.HttpStatusCode.Accepted;
        await Codes.MailAsync(asked, CancellationToken.None);

        var code = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));
        Assert.IsType<CodeChecked.Confirmed>(await Codes.CheckAsync(asked, code, CancellationToken.None));
    }

    [Fact]
    public async Task Check_CodeOfAnotherDecisionOrForm_IsNotTaken()
    {
        var asked = Decision("K-4");
        await Codes.MailAsync(asked, CancellationToken.None);
        var code = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));
        var elsewhere = asked with { Name = "K-4-other" };
        await Codes.MailAsync(elsewhere, CancellationToken.None);

        Assert.IsType<CodeChecked.Wrong>(await Codes.CheckAsync(elsewhere, code, CancellationToken.None));
        Assert.IsType<CodeChecked.ForAnotherDecision>(await Codes.CheckAsync(asked with { Form = "decline" }, code, CancellationToken.None));
        Assert.IsType<CodeChecked.ForAnotherDecision>(await Codes.CheckAsync(asked with { Name = "K-4-none" }, code, CancellationToken.None));
    }

    [Fact]
    public async Task Check_ManyGuessesAtOnce_GetFiveTriesTogether()
    {
        var asked = Decision("K-5");
        await Codes.MailAsync(asked, CancellationToken.None);
        var code = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));
        var wrong = code == "000000" ? "000001" : "000000";

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Codes.CheckAsync(asked, wrong, CancellationToken.None)));

        Assert.Equal([1, 2, 3, 4], outcomes.OfType<CodeChecked.Wrong>().Select(outcome => outcome.TriesLeft).Order());
        Assert.IsType<CodeChecked.UsedUp>(await Codes.CheckAsync(asked, code, CancellationToken.None));
    }

    [Fact]
    public async Task Mail_Code_IsStoredNowhere()
    {
        var asked = Decision("K-6");
        await Codes.MailAsync(asked, CancellationToken.None);
        var code = CodeIn(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text));

        await foreach (var row in _storage.Tables.GetTableClient(TableNames.ConfirmCodes).QueryAsync<TableEntity>(row => row.PartitionKey == asked.Name))
        {
            Assert.DoesNotContain($"\"{code}\"", row.GetString("Data"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("\u200E123\u00AD456\uFE0F", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("", null)]
    [InlineData("١٢٣٤٥٦", null)]
    public void Read_AsPeopleTypeIt_IsSixDigits(string typed, string? code) => Assert.Equal(code, ConfirmCodes.Read(typed));

    public void Dispose() => _room.Dispose();

    private static DecisionToConfirm Decision(string id) => new(
        new Link(LinkPurpose.Review, id, Cases.Reviewer, 1, Cases.ReceivedAt.AddDays(60)), $"{id}-decision", "approve", "Toekennen: € 1.200");

    private static string CodeIn(string text) => CodeLine().Match(text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("- Uw code: ([0-9]{3} [0-9]{3})\n")]
    private static partial Regex CodeLine();
}
