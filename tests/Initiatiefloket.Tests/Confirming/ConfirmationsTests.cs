using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using SendGrid;

namespace Initiatiefloket.Tests.Confirming;

[Collection(nameof(OnStorage))]
public sealed partial class ConfirmationsTests : IDisposable
{
    private readonly MailRoom _room;
    private readonly Confirmations _desk;
    private readonly WebApplication _pages = PagesOnly();
    private int _decided;

    public ConfirmationsTests(AppStorage storage)
    {
        _room = new MailRoom(storage);
        var codes = new ConfirmCodes(
            new ConfirmCodeTable(storage.Tables), storage.Hash, _room.CasePost, _room.OfficePost, _room.People, _room.Clock, NullLogger<ConfirmCodes>.Instance);
        _desk = new Confirmations(codes, new People(Cases.Policy, storage.Initiatives), AbuseIn.None(storage.Hash));
    }

    [Fact]
    public async Task Decide_WithoutCode_AsksForItAndCarriesTheFormAlong()
    {
        var (status, page) = await PostAsync("D-1", ("keuze", "toekennen"), ("bedrag", "1.200"), ("toelichting", "Goed <b>\"plan\"</b>"));

        Assert.Equal((200, 0), (status, _decided));
        Assert.Equal("Bevestig uw besluit met een code", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Ellen Kamphuis", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [("keuze", "toekennen"), ("bedrag", "1.200"), ("toelichting", "Goed <b>\"plan\"</b>")],
            page.QuerySelectorAll("main input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).Where(field => !field.Item1.StartsWith('_')));
        Assert.Single(_room.Sent);
    }

    [Fact]
    public async Task Decide_WithTheCodeFromTheMail_Decides()
    {
        await PostAsync("D-2", ("keuze", "toekennen"));

        await PostAsync("D-2", ("keuze", "toekennen"), (ConfirmFields.CodeField, NewestCode()));

        Assert.Equal(1, _decided);
    }

    [Fact]
    public async Task Decide_WithTheCodeForAnotherChoice_DoesNot()
    {
        await PostAsync("D-3", ("keuze", "toekennen"));

        var (status, page) = await PostAsync("D-3", ("keuze", "afwijzen"), (ConfirmFields.CodeField, NewestCode()));

        Assert.Equal((422, 0), (status, _decided));
        Assert.Contains("Vraag een nieuwe code aan", page.QuerySelector(".loket-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Vul de 6 cijfers in")]
    [InlineData("12 34", "Vul de 6 cijfers in")]
    public async Task Decide_WithSomethingElseThanACode_SaysWhatToTypeAndCostsNoTry(string typed, string message)
    {
        await PostAsync($"D-4-{typed.Length}", ("keuze", "toekennen"));

        var (status, page) = await PostAsync($"D-4-{typed.Length}", ("keuze", "toekennen"), (ConfirmFields.CodeField, typed));

        Assert.Equal((422, 0), (status, _decided));
        Assert.Contains(message, page.QuerySelector(".loket-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WithWrongCodes_CountsDownUntilANewOneIsNeeded()
    {
        await PostAsync("D-5", ("keuze", "toekennen"));
        var wrong = NewestCode() == "000000" ? "000001" : "000000";
        var messages = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            var (_, page) = await PostAsync("D-5", ("keuze", "toekennen"), (ConfirmFields.CodeField, wrong));
            messages.Add(page.QuerySelector(".loket-error-summary li")!.TextContent.Trim());
        }

        Assert.EndsWith("U kunt het nog 4 keer proberen.", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("U kunt het nog 1 keer proberen.", messages[3], StringComparison.Ordinal);
        Assert.StartsWith("Deze code werkt niet meer", messages[4], StringComparison.Ordinal);

        await PostAsync("D-5", ("keuze", "toekennen"), (ConfirmFields.CodeField, wrong), (ConfirmFields.AgainField, "ja"));
        await PostAsync("D-5", ("keuze", "toekennen"), (ConfirmFields.CodeField, NewestCode()));
        Assert.Equal((2, 1), (_room.Sent.Count, _decided));
    }

    [Fact]
    public async Task Decide_WithTooManyCodesAskedFor_SaysHowLongToWait()
    {
        for (var number = 0; number < 5; number++)
        {
            await PostAsync("D-6", ("keuze", "toekennen"), ("bedrag", $"{number}"));
        }

        var (status, page) = await PostAsync("D-6", ("keuze", "toekennen"), ("bedrag", "5"));

        Assert.Equal((429, 5), (status, _room.Sent.Count));
        Assert.Contains("60 minuten", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_BehindNewLinksToTheSameRound_GetsNoMoreCodes()
    {
        for (var number = 0; number < 5; number++)
        {
            await PostAsync(LinkTo("D-7") with { IssuedAt = Cases.ReceivedAt.AddMinutes(number) }, ("keuze", "toekennen"), ("bedrag", $"{number}"));
        }

        Assert.Equal(429, (await PostAsync(LinkTo("D-7") with { IssuedAt = Cases.ReceivedAt.AddHours(1) }, ("bedrag", "5"))).Status);
        Assert.Equal(200, (await PostAsync(LinkTo("D-7") with { Round = 2 }, ("bedrag", "5"))).Status);
        Assert.Equal(200, (await PostAsync(LinkTo("D-7") with { Person = Actor.Reviewer("jeugd") }, ("bedrag", "5"))).Status);
    }

    public void Dispose()
    {
        _room.Dispose();
        ((IDisposable)_pages).Dispose();
    }

    private static WebApplication PagesOnly()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddWebWithKeysInMemory();
        return builder.Build();
    }

    private string NewestCode() =>
        CodeLine().Match(MailRoom.BodyOf(_room.Sent[^1], MimeType.Text)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    private Task<(int Status, IDocument Page)> PostAsync(string id, params (string Name, string Value)[] fields) =>
        PostAsync(LinkTo(id), fields);

    private async Task<(int Status, IDocument Page)> PostAsync(Link link, params (string Name, string Value)[] fields)
    {
        var form = new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
        var asked = DecisionToConfirm.Of(link, form, "Toekennen: € 1.200");
        var result = await _desk.DecideAsync(asked, form, DecideAsync, CancellationToken.None);

        using var body = new MemoryStream();
        await using var scope = _pages.Services.CreateAsyncScope();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            Request = { Scheme = "https", Host = new HostString("loket.example"), Path = "/beoordelen/token" },
            Response = { Body = body },
        };
        await result.ExecuteAsync(http);
        body.Position = 0;
        return (http.Response.StatusCode, await new HtmlParser().ParseDocumentAsync(body));
    }

    private static Link LinkTo(string id) => new(LinkPurpose.Review, id, Cases.Reviewer, 1, Cases.ReceivedAt.AddDays(60));

    private Task<IResult> DecideAsync()
    {
        _decided++;
        return Task.FromResult<IResult>(TypedResults.NoContent());
    }

    [GeneratedRegex("- Uw code: ([0-9]{3} [0-9]{3})\n")]
    private static partial Regex CodeLine();
}
