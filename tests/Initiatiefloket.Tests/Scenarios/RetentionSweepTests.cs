using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What is kept long enough goes, and nothing of it stays anywhere.</summary>
public sealed class RetentionSweepTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private IServiceProvider Services => fixture.Host.Services;

    private InitiativeTable Initiatives => Services.GetRequiredService<InitiativeTable>();

    [Fact]
    public void Erasure_OfACase_ReachesEveryStoreOfCases()
    {
        string[] reached = [.. CaseErasure.Own, .. Services.GetServices<ICaseStore>().SelectMany(store => store.Stores)];

        Assert.Empty(Retention.TablesOfCases.Concat(Retention.ContainersOfCases).Except(reached));
    }

    [Fact]
    public async Task Application_NeverConfirmed_GoesWithAllOfWhomSomebodyTypedIn()
    {
        var proposal = Townspeople.Resident("nooit bevestigd");
        await fixture.Town.FillInAsync(proposal);
        var id = await ReferenceOfAsync(proposal);

        await SweepAsync(days: 29);
        Assert.NotNull(await Initiatives.FindAsync(id, CancellationToken.None));
        await SweepAsync(days: 31);
        await SweepAsync(days: 31);

        Assert.Null(await Initiatives.FindAsync(id, CancellationToken.None));
        Assert.Empty(await MentionsAsync(id, proposal.Email));
        Assert.Contains("link", (await fixture.Town.OpenAsync(proposal.Email, "Bevestig uw aanvraag")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Application_ConfirmedAtTheVeryMoment_Stays()
    {
        var proposal = Townspeople.Resident("net op tijd bevestigd");
        await fixture.Town.FillInAsync(proposal);
        var id = await ReferenceOfAsync(proposal);
        await Initiatives.BeginErasingAsync(id, CancellationToken.None);
        Assert.Equal(id, await fixture.Town.ConfirmAsync(proposal.Email));

        await SweepAsync(days: 31);

        Assert.NotNull(await Initiatives.FindAsync(id, CancellationToken.None));
        Assert.Empty(await Initiatives.ListErasingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Erasing_BrokenOff_IsFinishedTheNextNight()
    {
        var proposal = Townspeople.Resident("half verwijderd");
        await fixture.Town.FillInAsync(proposal);
        var id = await ReferenceOfAsync(proposal);
        await Initiatives.BeginErasingAsync(id, CancellationToken.None);
        Assert.True(await Initiatives.TryRemoveUnconfirmedAsync(id, fixture.Clock.GetUtcNow().AddDays(31), CancellationToken.None));
        Assert.NotEmpty(await MentionsAsync(id, id));

        await SweepAsync(days: 31);

        Assert.Empty(await MentionsAsync(id, proposal.Email));
    }

    [Fact]
    public async Task Case_LongOver_GoesWithItsDocumentsAndLettersAndWhatOthersHaveOfIt()
    {
        var proposal = Townspeople.Resident("lang geleden");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var blobs = Services.GetRequiredService<BlobServiceClient>();
        await blobs.GetBlobContainerClient(ContainerNames.Letters).UploadBlobAsync($"{id}/letter.html", BinaryData.FromString("brief"));
        var document = new Document(DocumentOwner.OfApplication(id), DocumentStore.NewName(), "a.pdf", DocumentKind.Pdf, 1, fixture.Clock.GetUtcNow(), DocumentState.NotScanned);
        await Services.GetRequiredService<DocumentStore>().AddAsync(document, new MemoryStream([0]), CancellationToken.None);
        var blob = (await Services.GetRequiredService<DocumentTable>().FindAsync(document.Owner, document.Id, CancellationToken.None))!.BlobName;
        await EndAsync(id);
        var erasure = Services.GetRequiredService<CaseErasure>();

        Assert.Equal(0, await erasure.EraseEndedAsync(fixture.Clock.GetUtcNow(), 10, CancellationToken.None));
        Assert.Equal(1, await erasure.EraseEndedAsync(fixture.Clock.GetUtcNow().AddSeconds(1), 10, CancellationToken.None));
        Assert.Equal(0, await erasure.EraseEndedAsync(fixture.Clock.GetUtcNow().AddSeconds(1), 10, CancellationToken.None));

        // The ledger and its line stay as long as the policy says, by year.
        Assert.Empty((await MentionsAsync(id, proposal.Email)).Except([TableNames.ChangeFeed, TableNames.Drafts, TableNames.Pot]));
        Assert.False(await blobs.GetBlobContainerClient(ContainerNames.Letters).GetBlobClient($"{id}/letter.html").ExistsAsync());
        Assert.False(await blobs.GetBlobContainerClient(ContainerNames.Documents).GetBlobClient(blob).ExistsAsync());
    }

    [Fact]
    public async Task Form_SentLongAgo_IsForgottenWithItsLinksAndMails()
    {
        var drafts = Services.GetRequiredService<DraftTable>();
        var sent = new ApplicationDraft { Id = "retention-sent", Form = ApplicationForm.New("retention-sent"), ExpiresAt = fixture.Clock.GetUtcNow() };
        await drafts.TrySaveAsync(sent.Empty(DraftState.Sent), version: null, CancellationToken.None);
        await drafts.AddLinkAsync("retention-link", sent.Id, CancellationToken.None);
        var open = sent with { Id = "retention-open" };
        await drafts.TrySaveAsync(open, version: null, CancellationToken.None);

        await SweepAsync(days: 29);
        Assert.IsType<DraftFound.Sent>(await drafts.FindAsync(sent.Id, CancellationToken.None));
        await SweepAsync(days: 32);

        Assert.DoesNotContain(await RowsAsync(TableNames.Drafts), row => row.PartitionKey is "retention-sent" or "retention-link");
        Assert.IsType<DraftFound.Open>(await drafts.FindAsync(open.Id, CancellationToken.None));
    }

    [Fact]
    public async Task History_OfAWorkflowThatEnded_IsPurgedAndOfOthersNot()
    {
        var runs = await fixture.Town.ApplyAsync(Townspeople.Resident("loopt nog"));
        await fixture.Cases.MailedAsync(runs, "review-1-invite-reviewer:welzijn");
        var ended = await fixture.Town.ApplyAsync(Townspeople.Resident("is gestopt"));
        await fixture.Cases.MailedAsync(ended, "review-1-invite-reviewer:welzijn");
        await fixture.Host.Workflows.TerminateInstanceAsync(ended);
        await fixture.Host.Workflows.WaitForInstanceCompletionAsync(ended);

        await SweepAsync(days: 89);
        Assert.NotNull(await fixture.Host.Workflows.GetInstanceAsync(ended));
        await SweepAsync(days: 92);

        Assert.Null(await fixture.Host.Workflows.GetInstanceAsync(ended));
        Assert.True((await fixture.Host.Workflows.GetInstanceAsync(runs))!.IsRunning);
    }

    /// <summary>The sweep of a later night.</summary>
    private Task SweepAsync(int days)
    {
        var later = new ManualClock(fixture.Clock.GetUtcNow().AddDays(days));
        return ActivatorUtilities.CreateInstance<RetentionSweep>(Services, later).Run(null!, fixture.Host.Workflows, CancellationToken.None);
    }

    private Task<Saved> EndAsync(string id) => Initiatives.ChangeAsync(
        id,
        new InitiativeEvent("retention-end", InitiativeEventKind.Withdrawn, fixture.Clock.GetUtcNow(), Actor.Applicant),
        current => current with { State = InitiativeState.Withdrawn, Letters = [new Letter(LetterKind.Refusal, $"{id}/letter.html", LocalTime.DayOf(fixture.Clock.GetUtcNow()), AnnouncedOn: null)] },
        CancellationToken.None);

    private async Task<string> ReferenceOfAsync(Proposal proposal) =>
        (await RowsAsync(TableNames.Initiatives)).Single(row => row.RowKey == "applicant" && TextOf(row).Contains(proposal.Email, StringComparison.Ordinal)).PartitionKey;

    /// <summary>The tables in which something is said about a case or an address; a form that was not sent yet is looked after elsewhere.</summary>
    private async Task<IReadOnlyList<string>> MentionsAsync(string id, string email)
    {
        var mentions = new List<string>();
        foreach (var table in TableNames.All)
        {
            var isForm = table == TableNames.Drafts;
            if ((await RowsAsync(table)).Any(row => TextOf(row).Contains(id, StringComparison.Ordinal) || (!isForm && TextOf(row).Contains(email, StringComparison.Ordinal))))
            {
                mentions.Add(table);
            }
        }

        return mentions;
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string table) =>
        await Services.GetRequiredService<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>().ToListAsync();

    private static string TextOf(TableEntity row) => string.Join(' ', row.Select(column => column.Value));
}
