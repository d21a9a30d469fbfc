using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class StatusTests
{
    [Fact]
    public async Task Timeline_OfACaseUnderWay_TellsWhatIsDoneNowAndNextInWords()
    {
        var document = await Rendered.Of<Timeline>(new
        {
            Steps = new TimelineStep[]
            {
                new("Aanvraag ontvangen", StepState.Done, new DateOnly(2026, 11, 2)),
                new("Beoordeling", StepState.Current, Text: "Sanne leest uw aanvraag."),
                new("Besluit", StepState.Next, new DateOnly(2026, 12, 28)),
            },
        });

        var steps = document.QuerySelectorAll("li");
        Assert.Equal(["Klaar:", "Nu:", "Hierna:"], steps.Select(step => step.Children[0].TextContent.Trim()));
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
        Assert.Equal("2 november 2026", document.QuerySelector("time[datetime='2026-11-02']")!.TextContent);
    }

    [Fact]
    public async Task SummaryItem_WithAValue_KeepsItsLines()
    {
        var document = await Rendered.Of<SummaryItem>(new { Label = "Titel", Value = "Regel 1\nRegel 2 <b>" });

        Assert.Equal("Titel", document.QuerySelector("dt")!.TextContent);
        Assert.Equal("Regel 1\nRegel 2 <b>", document.QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task SummaryPart_WithItsLink_NamesWhatItChanges()
    {
        var document = await Rendered.Of<SummaryPart>(new { Title = "Uw idee", ChangeHref = "/aanvraag", ChildContent = Rendered.Text("") });

        Assert.Equal("Wijzig Uw idee", document.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task SummaryItem_WithoutAValue_SaysSo()
    {
        var document = await Rendered.Of<SummaryItem>(new { Label = "Telefoonnummer", Value = " " });

        Assert.Equal("Niet ingevuld", document.QuerySelector("dd")!.TextContent);
    }

    [Theory]
    [InlineData(NoticeKind.Info, "utrecht-alert--info", null)]
    [InlineData(NoticeKind.Ok, "utrecht-alert--ok", null)]
    [InlineData(NoticeKind.Warning, "utrecht-alert--warning", null)]
    [InlineData(NoticeKind.Error, "utrecht-alert--error", "alert")]
    public async Task Notice_OfAKind_HasItsLookAndRole(NoticeKind kind, string look, string? role)
    {
        var document = await Rendered.Of<Notice>(new { Kind = kind, Title = "Let op", ChildContent = Rendered.Text("tekst") });

        Assert.Equal(role, document.QuerySelector($".{look}")!.GetAttribute("role"));
    }
}
