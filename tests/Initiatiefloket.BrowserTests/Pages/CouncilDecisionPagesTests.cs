using Azure.Data.Tables;
using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.BrowserTests.Pages;

/// <summary>The page on which the council's decision is recorded, and documents that are released to the council.</summary>
[Collection(PagesSite.Name)]
public sealed class CouncilDecisionPagesTests(LoketSite site)
{
    private const string Reviewer = "e.kamphuis@oldenzaal.example";
    private const string SecondReviewer = "y.amrani@oldenzaal.example";
    private const string Coordinator = "coordinator@oldenzaal.example";
    private static readonly Actor Henk = Actor.CouncilMember("raadslid-1");

    [Theory]
    [MemberData(nameof(Device.Widths), MemberType = typeof(Device))]
    public async Task Decision_IsRecordedWithMeetingDutiesAndLink(int width)
    {
        var proposal = new Proposal { Title = $"Wijktuin {width}", Email = $"wijktuin{width}@bewoner.example", Asked = "20.000" };
        var id = await site.Town.ApplyAsync(proposal);
        await site.Town.ApproveAsync(Reviewer, id, "18000");
        await site.Town.ApproveAsync(SecondReviewer, id, "18000");
        var mail = await site.Host.Post.WaitForAsync(Coordinator, $"Agenderen: {proposal.Title}");
        await using var coordinator = await site.PersonAsync(Device.Of(width));
        await coordinator.OpenAsync(mail.Link);
        await coordinator.LookAsync("raadsbesluit");

        await coordinator.Page.GetByText("Verplichtingen, als de raad toekent").ClickAsync();
        await coordinator.Page.GetByText("De hele aanvraag").ClickAsync();
        await coordinator.Field("vindplaats").FillAsync("raad.oldenzaal.example");
        await coordinator.PressAsync("Leg het besluit vast");
        Assert.Equal(422, coordinator.Status);
        await coordinator.LookAsync("raadsbesluit-fout");

        var today = Initiatiefloket.Terms.LocalTime.DayOf(site.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await coordinator.FillInAsync(
            [
                ("besluit", "toekennen"), ("agendapunt", "7b"), ("vindplaats", "https://raad.oldenzaal.example/besluiten/12"), ("redenen", "De raad is enthousiast."), ("stemming", "zonder"),
                ("datum.day", $"{today.Day}"), ("datum.month", $"{today.Month}"), ("datum.year", $"{today.Year}"),
            ]);
        await coordinator.PressAsync("Leg het besluit vast");
        await coordinator.Field("bevestigingscode").FillAsync(await site.Town.NewestCodeAsync(Coordinator));
        await coordinator.ArriveAsync(() => coordinator.Page.Locator("form:has([name=bevestigingscode]) button").First.ClickAsync());
        await coordinator.LookAsync("raadsbesluit-vastgelegd");

        await using var resident = await site.PersonAsync(Device.Of(width));
        await resident.OpenAsync((await site.Host.Post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}")).Link);
        await resident.LookAsync("aanvraag-na-raadsbesluit");
    }

    [Theory]
    [MemberData(nameof(Device.Widths), MemberType = typeof(Device))]
    public async Task Document_Released_IsOnThePageOfAMember(int width)
    {
        var id = await site.Town.ApplyAsync(new Proposal { Title = $"Pluktuin {width}", Email = $"pluktuin{width}@bewoner.example", Asked = "4.000" });
        await site.Town.ApproveAsync(Reviewer, id, "4000");
        await using var coordinator = await site.PersonAsync(Device.Of(width));
        await AttachAsync(id, "Plattegrond.png", await coordinator.Page.ScreenshotAsync(), isScanned: true);
        await AttachAsync(id, "Begroting.png", await coordinator.Page.ScreenshotAsync(), isScanned: false);
        var links = site.Host.Services.GetRequiredService<LinkMaker>();
        await coordinator.OpenAsync((await links.NewAsync(LinkPurpose.Desk, id, Actor.Coordinator, round: 0, CancellationToken.None)).AbsoluteUri);
        await coordinator.Page.GetByText("vrijgeven voor de raad").First.ClickAsync();
        await coordinator.LookAsync("zaak-document-vrijgeven");
        await coordinator.PressAsync("Vrijgeven voor de raad");
        Assert.Equal(422, coordinator.Status);
        await coordinator.LookAsync("zaak-document-vinkje");
        await coordinator.Page.GetByText("Ik heb het document gelezen").ClickAsync();
        await coordinator.PressAsync("Vrijgeven voor de raad");

        await using var member = await site.PersonAsync(Device.Of(width));
        await member.OpenAsync((await links.NewAsync(LinkPurpose.LookAlong, id, Henk, round: 1, CancellationToken.None)).AbsoluteUri);
        await member.Page.GetByText("Bekijk Plattegrond.png").ClickAsync();
        await member.LookAsync("raad-meekijken-document");
    }

    // No scanner runs here.
    private async Task AttachAsync(string id, string name, byte[] content, bool isScanned)
    {
        var file = new FormFile(new MemoryStream(content), 0, content.Length, "bestand", name);
        var added = await site.Host.Services.GetRequiredService<DocumentLibrary>().AddAsync(DocumentOwner.OfApplication(id), file, CancellationToken.None);
        var document = Assert.IsType<DocumentAdded.Taken>(added).Document;
        if (isScanned)
        {
            var table = site.Host.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Documents);
            var row = new TableEntity(id, $"{document.Owner.Part}|{document.Id}") { ["State"] = nameof(DocumentState.Clean) };
            await table.UpsertEntityAsync(row, TableUpdateMode.Merge);
        }
    }
}
