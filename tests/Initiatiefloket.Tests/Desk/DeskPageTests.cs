using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeskPageTests
{
    [Theory]
    [InlineData(InitiativeState.Submitted, "Wacht op het loket")]
    [InlineData(InitiativeState.InReview, "Wacht op Ellen Kamphuis")]
    [InlineData(InitiativeState.WaitingForApplicant, "Wacht op de aanvrager")]
    [InlineData(InitiativeState.WaitingList, "Wacht op geld in de pot")]
    [InlineData(InitiativeState.CouncilWindow, "Wacht op de raadsleden die meekijken")]
    [InlineData(InitiativeState.CouncilDecides, "Wacht op het besluit van de gemeenteraad")]
    [InlineData(InitiativeState.Granted, "Toegekend")]
    [InlineData(InitiativeState.Rejected, "Afgewezen")]
    [InlineData(InitiativeState.SetAside, "Buiten behandeling gesteld")]
    [InlineData(InitiativeState.Withdrawn, "Ingetrokken door de aanvrager")]
    [InlineData(InitiativeState.LeftToDesk, "Niemand besliste. U kunt de zaak weer oppakken en alsnog beslissen.")]
    public async Task Page_EachState_SaysHowItStands(InitiativeState state, string words)
    {
        var view = Desks.View(Cases.In(state));

        var page = await Rendered.Of<DeskPage>(new { View = view, Address = "/zaak/token", Form = DeskForm.Empty, Errors = new FormErrors() }, add: services => services.AddSingleton(Cases.Policy));

        Assert.Equal(words, page.QuerySelector("dd")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(InitiativeEventKind.LetterNotSent, null, "Het besluit is genomen maar niet bekendgemaakt")]
    [InlineData(InitiativeEventKind.LetterNotDelivered, "2026-04-21", "De mail met het besluit is niet aangekomen")]
    public async Task Page_LetterThatDidNotArrive_SaysToSendItByPost(InitiativeEventKind kind, string? announced, string words)
    {
        var letter = Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = announced is null ? null : Days.Of(announced) };
        var view = Desks.View(Cases.In(InitiativeState.Granted) with { Letters = [letter] }) with
        {
            Events = [new InitiativeEvent("letter", kind, Cases.AskedAt, Actor.Workflow)],
        };

        var page = await Rendered.Of<DeskPage>(new { View = view, Address = "/zaak/token", Form = DeskForm.Empty, Errors = new FormErrors() }, add: services => services.AddSingleton(Cases.Policy));

        Assert.Equal(words, page.QuerySelector(".loket-notice-title")!.TextContent);
        Assert.Equal(["/zaak/token/per-post", "/zaak/token/nog-eens-mailen", "/zaak/token/gegevens", "/zaak/token/overzicht", "/zaak/token/mail-aanvrager"], page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.TextContent.StartsWith("Open de brief", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_LetterOfWhichTheDayOfThePostIsNoted_IsThereToPrintInBothForms()
    {
        var day = Days.Of("2026-04-22");
        var letter = Cases.LetterOf(LetterKind.Award).With(new LetterVersion(day, "page", "pdf", "1", "2")).SentByPost(day);
        var view = Desks.View(Cases.In(InitiativeState.Granted) with { Letters = [letter] });

        var page = await Rendered.Of<DeskPage>(new { View = view, Address = "/zaak/token", Form = DeskForm.Empty, Errors = new FormErrors() }, add: services => services.AddSingleton(Cases.Policy));

        Assert.Equal(
            ["/zaak/token/brief/1", "/zaak/token/brief/1/pdf"],
            page.QuerySelectorAll("p a").Select(link => link.GetAttribute("href")!).Where(address => address.Contains("/brief/", StringComparison.Ordinal)));
    }
}
