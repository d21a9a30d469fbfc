using System.Text.RegularExpressions;
using Initiatiefloket.Documents;
using Initiatiefloket.Languages;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Documents;

[Collection(nameof(OnStorage))]
public sealed class DocumentLibraryTests(AppStorage storage)
{
    private readonly DocumentRoom _room = new(storage);

    [Fact]
    public async Task Add_GoodFile_IsThereWithWhatPagesNeed()
    {
        var owner = DocumentOwner.OfDraft("desk-1");

        var document = await _room.TakeAsync(owner, Pdfs.OnePage, @"C:\stukken\Begroting.pdf");

        Assert.Equal([document], await _room.ListAsync(owner));
        Assert.Equal(("Begroting.pdf", DocumentKind.Pdf, DocumentState.NotScanned), (document.FileName, document.Kind, document.State));
        Assert.Equal(Pdfs.OnePage[..^1], await _room.ContentOfAsync(document));
        Assert.Equal(document.Bytes, Pdfs.OnePage.Length - 1);
        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Add_Twice_HasIdsAndBlobNamesThatNobodyCanGuess()
    {
        var owner = DocumentOwner.OfDraft("desk-2");
        await _room.TakeAsync(owner, Zips.Odt, "plan.odt");
        await _room.TakeAsync(owner, Zips.Odt, "plan.odt");

        var stored = await _room.Table.ListAsync(owner.Case, CancellationToken.None);

        string[] names = [.. stored.SelectMany(one => new[] { one.Document.Id, one.BlobName })];
        Assert.Equal(4, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches(new Regex("^[A-Za-z0-9_-]{22}$"), name));
    }

    [Fact]
    public async Task Add_Photo_KeepsItWithoutItsPlace()
    {
        var document = await _room.TakeAsync(DocumentOwner.OfDraft("desk-3"), Jpegs.FromAPhone, "IMG 1.jpeg");

        Assert.Equal(Jpegs.Of(Jpegs.Jfif, ExifOrientation.Segment(6), Jpegs.Colours, Jpegs.Adobe), await _room.ContentOfAsync(document));
    }

    [Fact]
    public async Task Add_PhotoOfAnIPhone_IsKeptAsJpeg()
    {
        var document = await _room.TakeAsync(DocumentOwner.OfDraft("desk-12"), Heics.FromAPhone, "IMG_0042.HEIC");

        Assert.Equal(("IMG_0042.jpg", DocumentKind.Jpeg), (document.FileName, document.Kind));
        Assert.Equal(document.Bytes, (await _room.ContentOfAsync(document))!.Length);
    }

    [Fact]
    public async Task Add_BadFile_IsRefusedWithWhatToDoAndNothingIsKept()
    {
        var owner = DocumentOwner.OfDraft("desk-4");
        var tooLarge = new byte[DocumentRoom.Policy.Documents.BytesEach + 1];

        await RefusesAsync(owner, [], "a.pdf", "Dit bestand is leeg. Kies een ander bestand.");
        await RefusesAsync(owner, tooLarge, "a.pdf", "Dit bestand is te groot. Kies een bestand van ten hoogste 10 MB.");
        await RefusesAsync(owner, BadFiles.All["program"].Content, "../setup<1>.exe", "Dit soort bestand kunnen wij niet aannemen. Stuur een PDF, een foto (JPEG, PNG, HEIC, WEBP of TIFF) of een document (ODT, ODS, DOCX of XLSX).", "setup-1-.exe");
        Language.Speak(Language.English);
        await RefusesAsync(owner, tooLarge, "a.pdf", "This file is too large. Choose a file of at most 10 MB.");
        Assert.Empty(await _room.ListAsync(owner));
        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Add_FileOfExactlyTheLimit_IsTaken()
    {
        var most = (int)DocumentRoom.Policy.Documents.BytesEach;
        byte[] large = [.. Pdfs.OnePage[..20], .. new byte[most - Pdfs.OnePage.Length + 1], .. Pdfs.OnePage[20..^1]];

        Assert.Equal(most, (await _room.TakeAsync(DocumentOwner.OfDraft("desk-5"), large, "groot.pdf")).Bytes);
    }

    [Fact]
    public async Task Add_OneTooMany_IsRefusedUntilOneIsRemoved()
    {
        var owner = DocumentOwner.OfDraft("desk-6");
        for (var count = 0; count < 5; count++)
        {
            _room.Clock.Advance(TimeSpan.FromSeconds(1));
            await _room.TakeAsync(owner, Pngs.Plain, $"{count}.png");
        }

        await RefusesAsync(owner, Pngs.Plain, "5.png", "U kunt hier ten hoogste 5 bestanden meesturen. Verwijder eerst een ander bestand.");
        Assert.Equal(["0.png", "1.png", "2.png", "3.png", "4.png"], (await _room.ListAsync(owner)).Select(document => document.FileName));
        await _room.TakeAsync(owner with { Part = "answer-1-a" }, Pngs.Plain, "antwoord.png");
        await _room.Desk.RemoveAsync(owner, (await _room.ListAsync(owner))[0].Id, CancellationToken.None);
        await _room.TakeAsync(owner, Pngs.Plain, "5.png");
    }

    [Fact]
    public async Task Add_TwelveInTheSameInstant_KeepsTheFiveThatFit()
    {
        var owner = DocumentOwner.OfDraft("desk-7");

        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => _room.Desk.AddAsync(owner, DocumentRoom.File(Pngs.Plain, $"{index}.png"), CancellationToken.None)));

        Assert.Equal(5, (await _room.ListAsync(owner)).Count);
        Assert.Equal(7, added.OfType<DocumentAdded.Refused>().Count(refused => refused.Problem == DocumentProblem.TooMany));
    }

    [Fact]
    public async Task Remove_Again_IsNoProblem()
    {
        var owner = DocumentOwner.OfDraft("desk-8");
        var document = await _room.TakeAsync(owner, Zips.Docx, "plan.docx");
        var stored = await _room.Table.FindAsync(owner, document.Id, CancellationToken.None);

        await _room.Desk.RemoveAsync(owner, document.Id, CancellationToken.None);
        await _room.Desk.RemoveAsync(owner, document.Id, CancellationToken.None);
        await _room.Desk.RemoveAsync(owner, "../..#?", CancellationToken.None);

        Assert.Empty(await _room.ListAsync(owner));
        Assert.Null(await _room.ContentOfAsync(document));
        Assert.False(await _room.HasBlobAsync(stored!.BlobName));
        Assert.Empty(await _room.Unfinished.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Remove_DocumentOfSomebodyElse_LeavesIt()
    {
        var document = await _room.TakeAsync(DocumentOwner.OfDraft("desk-9"), Zips.Docx, "plan.docx");

        await _room.Desk.RemoveAsync(DocumentOwner.OfDraft("desk-9-other"), document.Id, CancellationToken.None);

        Assert.NotNull(await _room.ContentOfAsync(document));
        Assert.Null(await _room.Desk.ReadAsync(DocumentOwner.OfDraft("desk-9-other"), document.Id, CancellationToken.None));
    }

    [Fact]
    public async Task RemoveCase_WithAnswers_RemovesThemAllAndNoOther()
    {
        var (application, answer) = (DocumentOwner.OfApplication("BI-2026-DESKA"), new DocumentOwner("BI-2026-DESKA", "answer-1-plan"));
        var other = DocumentOwner.OfApplication("BI-2026-DESKB");
        await _room.TakeAsync(application, Pngs.Plain, "a.png");
        await _room.TakeAsync(answer, Pngs.Plain, "b.png");
        await _room.TakeAsync(other, Pngs.Plain, "c.png");
        Assert.Equal(2, (await _room.Desk.ListCaseAsync("BI-2026-DESKA", CancellationToken.None)).Count);

        await _room.Desk.RemoveCaseAsync("BI-2026-DESKA", CancellationToken.None);

        Assert.Empty(await _room.Desk.ListCaseAsync("BI-2026-DESKA", CancellationToken.None));
        Assert.Single(await _room.ListAsync(other));
    }

    [Fact]
    public async Task Move_Repeated_GivesTheDocumentsAnotherOwnerOnce()
    {
        var (draft, application) = (DocumentOwner.OfDraft("desk-10"), DocumentOwner.OfApplication("BI-2026-DESKC"));
        var document = await _room.TakeAsync(draft, Zips.Xlsx, "begroting.xlsx");

        await _room.Desk.MoveAsync(draft, application, CancellationToken.None);
        await _room.Desk.MoveAsync(draft, application, CancellationToken.None);

        Assert.Empty(await _room.ListAsync(draft));
        Assert.Equal([document with { Owner = application }], await _room.ListAsync(application));
        Assert.Equal(Zips.Xlsx, await _room.ContentOfAsync(document with { Owner = application }));
    }

    [Fact]
    public async Task Move_BrokenOffHalfway_IsFinishedByTheNext()
    {
        var (draft, application) = (DocumentOwner.OfDraft("desk-11"), DocumentOwner.OfApplication("BI-2026-DESKD"));
        var document = await _room.TakeAsync(draft, Zips.Xlsx, "begroting.xlsx");
        await _room.Store.CopyAsync(document, application, CancellationToken.None);

        await _room.Desk.MoveAsync(draft, application, CancellationToken.None);

        Assert.Empty(await _room.ListAsync(draft));
        Assert.Equal(Zips.Xlsx, await _room.ContentOfAsync(Assert.Single(await _room.ListAsync(application))));
    }

    private async Task RefusesAsync(DocumentOwner owner, byte[] content, string name, string message, string? shownAs = null)
    {
        var refused = Assert.IsType<DocumentAdded.Refused>(await _room.Desk.AddAsync(owner, DocumentRoom.File(content, name), CancellationToken.None));

        Assert.Equal((shownAs ?? name, message), (refused.FileName, refused.Message));
    }
}
