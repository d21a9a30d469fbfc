using Initiatiefloket.Documents;
using Initiatiefloket.Languages;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Documents;

/// <summary>The parts of pages that name documents and ask for them.</summary>
public sealed class DocumentPartsTests
{
    private static readonly Document Clean = new(
        DocumentOwner.OfDraft("d"), "id-1", "Begroting <2026>.xlsx", DocumentKind.Xlsx, 240 * 1024, Cases.ReceivedAt, DocumentState.Clean);

    [Fact]
    public async Task List_OfEachState_LinksOnlyToWhatCanBeOpened()
    {
        Document[] documents = [Clean, Clean with { Id = "id-2", State = DocumentState.Held }, Clean with { Id = "id-3", State = DocumentState.Refused }];

        var page = await Rendered.Of<DocumentList>(new { Documents = documents, Href = (Func<Document, string>)(document => $"/d/{document.Id}") });

        Assert.Equal("/d/id-1", Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        var items = page.QuerySelectorAll("li").Select(item => item.TextContent).ToList();
        Assert.Contains("Begroting <2026>.xlsx", items[0], StringComparison.Ordinal);
        Assert.Contains("(XLSX, 240 kB)", items[0], StringComparison.Ordinal);
        Assert.Contains("Wordt gecontroleerd", items[1], StringComparison.Ordinal);
        Assert.Contains("Geweigerd", items[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task List_NotScanned_SaysSoToWhoeverOpensWhatOthersSent(bool say, int times)
    {
        Document[] documents = [Clean, Clean with { State = DocumentState.NotScanned }];

        var page = await Rendered.Of<DocumentList>(new { Documents = documents, Href = (Func<Document, string>)(_ => "/d"), SayNotScanned = say });

        Assert.Equal(2, page.QuerySelectorAll("a").Length);
        Assert.Equal(times, page.QuerySelectorAll("p").Count(line => line.TextContent == "Niet gecontroleerd op virussen. Open het op een computer met een virusscanner."));
    }

    [Fact]
    public async Task List_Unscannable_IsClosedAndSaysWhatToDo()
    {
        Document[] documents = [Clean with { State = DocumentState.Unscannable }];

        var page = await Rendered.Of<DocumentList>(new { Documents = documents, Href = (Func<Document, string>)(_ => "/d") });

        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.Contains("Stuur het liever nog eens, als PDF.", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfNothing_IsNothing() =>
        Assert.Null((await Rendered.Of<DocumentList>(new { Documents = Array.Empty<Document>(), Href = (Func<Document, string>)(_ => "") })).QuerySelector("ul"));

    [Fact]
    public async Task Field_WithAnError_NamesKindsAndLimitsAndTheError()
    {
        var errors = new FormErrors();
        errors.Add("bestand", "Dit bestand is leeg.");

        var page = await Rendered.Of<UploadField>(new { Name = "bestand", Label = "Kies een bestand" }, errors, services => services.AddSingleton(Cases.Policy));

        var input = page.QuerySelector("input")!;
        Assert.Equal(("file", ".pdf,.jpg,.jpeg,.png,.heic,.heif,.webp,.tif,.tiff,.odt,.ods,.docx,.xlsx"), (input.GetAttribute("type"), input.GetAttribute("accept")));
        Assert.Equal("bestand-hint bestand-error", input.GetAttribute("aria-describedby"));
        Assert.Equal(
            "PDF, foto (JPEG, PNG, HEIC, WEBP of TIFF) of document (ODT, ODS, DOCX of XLSX). Ten hoogste 5 bestanden van elk 10 MB. Grote foto's verkleinen wij.",
            page.GetElementById("bestand-hint")!.TextContent);
        Assert.Equal("Kies een bestand", page.QuerySelector("label")!.TextContent);
        Assert.False(input.HasAttribute("multiple"));
    }

    [Theory]
    [InlineData(1, "1 kB")]
    [InlineData(240 * 1024, "240 kB")]
    [InlineData(10 * 1024 * 1024, "10 MB")]
    [InlineData(2_500_000, "2,4 MB")]
    public void Size_InDutch_IsWhatPeopleRead(long bytes, string text)
    {
        Language.Speak(Language.Dutch);

        Assert.Equal(text, FileSize.Of(bytes));
    }
}
