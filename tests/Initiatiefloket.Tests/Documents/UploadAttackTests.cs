using Initiatiefloket.Documents;
using Initiatiefloket.Tests.Platform;
using Microsoft.AspNetCore.Http;
using Moq;

namespace Initiatiefloket.Tests.Documents;

/// <summary>Requests that were made to keep us busy.</summary>
[Collection(nameof(OnStorage))]
public sealed class UploadAttackTests(AppStorage storage)
{
    private static readonly DocumentOwner Owner = DocumentOwner.OfDraft("attack");

    private readonly DocumentRoom _room = new(storage);

    [Fact]
    public async Task AddAll_TwentyFilesAtOnce_RefusesThemUnread()
    {
        var unread = new Mock<IFormFile>(MockBehavior.Strict);
        unread.SetupGet(file => file.Name).Returns("bestand");

        var refused = Assert.Single(await AddAllAsync([.. Enumerable.Repeat(new SentFile(Owner, unread.Object), 20)]));

        Assert.Equal(("bestand", "U stuurt te veel bestanden tegelijk. Kies er ten hoogste 5. Wij hebben nu geen bestand bewaard."), (refused.Field, refused.Message));
    }

    [Fact]
    public async Task AddAll_SixFilesOverSeveralAnswers_RefusesThemUnread()
    {
        var owners = Enumerable.Range(0, 6).Select(number => new DocumentOwner("BI-2026-ATTCK", $"answer-1-{number}")).ToList();

        Assert.Single(await AddAllAsync([.. owners.Select(owner => new SentFile(owner, DocumentRoom.File(Pngs.Plain, "a.png")))]));

        Assert.Empty(await _room.Desk.ListCaseAsync("BI-2026-ATTCK", CancellationToken.None));
    }

    [Fact]
    public async Task AddAll_HugePhotosInSmallFiles_AreLookedAtUntilTheBudgetIsSpent()
    {
        var refused = await AddAllAsync([.. "abc".Select(name => new SentFile(Owner, DocumentRoom.File(Heics.Large, $"{name}.heic")))]);

        Assert.Equal("c.heic: Samen zijn deze bestanden te groot om in één keer te bekijken. Voeg dit bestand apart toe.", refused[2].Message);
        Assert.All(refused.Take(2), looked => Assert.Contains("kunnen wij niet openen", looked.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddAll_SenderHasLeft_StopsAndKeepsNothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AddAllAsync([new SentFile(Owner, DocumentRoom.File(Zips.Docx, "a.docx"))], gone.Token));

        Assert.Empty(await _room.ListAsync(Owner));
    }

    [Fact]
    public void Read_SenderLeavesWhileAZipIsUnpacked_Stops()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.Throws<OperationCanceledException>(() => DocumentContent.Read(Zips.Docx, "a.docx", new UploadBudget(gone.Token)));
    }

    [Fact]
    public void Read_PartThatSwellsAThousandTimes_StopsLongBeforeItsEnd()
    {
        var budget = Budgets.New;
        var file = Zips.Of([.. Zips.PartsOfDocx, ("word/media/zeros", new byte[100 * 1024 * 1024])]);

        Assert.Equal(DocumentProblem.UnpacksTooLarge, ProblemOf(file, budget));

        Assert.True(budget.TrySpend(UploadBudget.MostBytes - (20 * 1024 * 1024)));
    }

    [Fact]
    public void Read_ZerosOfAMegabyte_AreTaken() => Assert.Null(ProblemOf(Zips.WithZeros(1), Budgets.New));

    [Fact]
    public void Read_BudgetSpentByFilesBefore_AsksForTheFileOnItsOwn()
    {
        var budget = Budgets.New;
        Assert.True(budget.TrySpend(UploadBudget.MostBytes - 100));

        Assert.Equal(DocumentProblem.TooMuchAtOnce, ProblemOf(Zips.Docx, budget));
    }

    [Fact]
    public void Read_ZipInAZipInAZip_IsRefused()
    {
        var sheet = Zips.Xlsx;
        for (var depth = 0; depth < 2; depth++)
        {
            sheet = Zips.Of([.. Zips.PartsOfXlsx, ("xl/embeddings/sheet.xlsx", sheet)]);
        }

        Assert.Equal(DocumentProblem.ForeignObject, ProblemOf(sheet, Budgets.New));
    }

    private static DocumentProblem? ProblemOf(byte[] file, UploadBudget budget) => (DocumentContent.Read(file, "a.docx", budget) as ContentRead.Refused)?.Problem;

    private Task<IReadOnlyList<FileRefused>> AddAllAsync(IReadOnlyList<SentFile> files, CancellationToken aborted = default)
    {
        var http = new DefaultHttpContext { RequestAborted = aborted };
        return _room.Desk.AddAllAsync(http.Request, files, CancellationToken.None);
    }
}
