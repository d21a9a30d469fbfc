using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class FormPageTests
{
    private static readonly FormErrors TwoErrors = new() { { "costs[0].amount", "Vul een bedrag in" }, { "", "U heeft dit al verstuurd" } };

    [Fact]
    public async Task FormPage_WithErrors_OpensWithASummaryThatHasTheFocusAndLinksToTheFields()
    {
        var document = await Rendered.Of<FormPage>(new { Title = "Aanvraag", Action = "/aanvraag", Errors = TwoErrors, ChildContent = Rendered.Text("velden") });

        var summary = document.QuerySelector("main .loket-error-summary")!;
        Assert.Equal(("alert", "-1"), (summary.GetAttribute("role"), summary.GetAttribute("tabindex")));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("Er zijn nog 2 dingen niet goed ingevuld", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("#costs-0-amount", Assert.Single(summary.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal(["Vul een bedrag in", "U heeft dit al verstuurd"], summary.QuerySelectorAll("li").Select(line => line.TextContent.Trim()));
        Assert.Equal("Fout: Aanvraag - Gemeente Oldenzaal", document.Title);
    }

    [Fact]
    public async Task FormPage_WithoutErrors_HasNoSummary()
    {
        var document = await Rendered.Of<FormPage>(new { Title = "Aanvraag", Action = "/aanvraag", Errors = new FormErrors(), ChildContent = Rendered.Text("velden") });

        Assert.Empty(document.QuerySelectorAll("[role=alert]"));
        Assert.Equal("Aanvraag - Gemeente Oldenzaal", document.Title);
    }

    [Fact]
    public async Task PostForm_Always_LeavesValidationToTheServer()
    {
        var document = await Rendered.Of<PostForm>(new { Action = "/aanvraag", Multipart = true, ChildContent = Rendered.Text("velden") });

        var form = document.QuerySelector("form")!;
        Assert.Equal(("post", "/aanvraag", "multipart/form-data"), (form.GetAttribute("method"), form.GetAttribute("action"), form.GetAttribute("enctype")));
        Assert.True(form.HasAttribute("novalidate"));
    }

    [Fact]
    public async Task Layout_Always_LetsKeyboardsSkipToTheContentAndLinksWhatTheLawAsks()
    {
        var document = await Rendered.Of<Layout>(new { Title = "Start", ChildContent = Rendered.Text("inhoud") });

        Assert.Equal("nl", document.DocumentElement.GetAttribute("lang"));
        var skip = document.QuerySelector("body > a")!;
        Assert.Equal("main", document.QuerySelector(skip.GetAttribute("href")!)!.LocalName);
        Assert.Equal(["/link-kwijt", "/privacy", "/toegankelijkheid"], document.QuerySelectorAll("footer a[href^='/']").Select(link => link.GetAttribute("href")));
        Assert.Empty(document.QuerySelectorAll("script, style, [style]"));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Layout_FindableOrNot_TellsSearchEngines(bool findable, int noindex)
    {
        var document = await Rendered.Of<Layout>(new { Title = "Start", Findable = findable, ChildContent = Rendered.Text("inhoud") });

        Assert.Equal(noindex, document.QuerySelectorAll("meta[name=robots][content=noindex]").Length);
    }
}
