using Azure.Core;
using Azure.Data.Tables;
using Initiatiefloket.Desk;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Endings.Letters;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;
using Microsoft.DurableTask.Client;
using Moq;

namespace Initiatiefloket.Tests.Desk;

/// <summary>Letters that are made after the end of a case, on real storage.</summary>
[Collection(nameof(OnStorage))]
public sealed class DecidedLaterTests : IDisposable
{
    private static readonly DecisionModel Words = (DecisionModel)SampleLetters.Of(LetterKind.ObjectionDecision);

    private readonly AppStorage _storage;
    private readonly MailRoom _room;
    private readonly SignalTable _table;

    public DecidedLaterTests(AppStorage storage)
    {
        _storage = storage;
        _room = new MailRoom(storage);
        _table = new SignalTable(storage.Tables, _room.Clock);
    }

    [Fact]
    public async Task Decide_WhenTheAnswerThatItIsStoredIsLost_KeepsTheWordsOfTheLetter()
    {
        var granted = await GrantedAsync("LDR-1");
        var lost = new LostAnswer(request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal));
        var options = new TableClientOptions();
        options.AddPolicy(lost, HttpPipelinePosition.PerRetry);
        var later = LaterOn(new InitiativeTable(new TableServiceClient(_storage.Connection, options), _storage.Feed, []));

        Assert.True(await DecideAsync(later, granted));

        Assert.True(lost.Happened);
        var letter = (await _storage.Initiatives.GetAsync("LDR-1", CancellationToken.None)).Letters[^1];
        Assert.Equal(LetterKind.ObjectionDecision, letter.Kind);
        Assert.NotNull(await Store.FindAsync(letter.WordsName, CancellationToken.None));
        await _table.ForgetAsync(new Signal("LDR-1", WorkflowSignals.LaterLetter(letter.Kind, 2), Actor.Coordinator), CancellationToken.None);
    }

    [Fact]
    public async Task Decide_ALetterThatSomebodyMadeBefore_KeepsThatOneOnly()
    {
        var granted = await GrantedAsync("LDR-2");
        var later = LaterOn(_storage.Initiatives);
        Assert.True(await DecideAsync(later, granted));

        Assert.True(await DecideAsync(later, granted));

        var letter = (await _storage.Initiatives.GetAsync("LDR-2", CancellationToken.None)).Letters[^1];
        Assert.NotNull(await Store.FindAsync(letter.WordsName, CancellationToken.None));
        var names = await _storage.Blobs.GetBlobContainerClient(ContainerNames.Letters).GetBlobsByHierarchyAsync(new() { Prefix = "LDR-2/" }).ToListAsync();
        Assert.Equal([letter.WordsName], names.Select(name => name.Blob.Name));
        await _table.ForgetAsync(new Signal("LDR-2", WorkflowSignals.LaterLetter(letter.Kind, 2), Actor.Coordinator), CancellationToken.None);
    }

    public void Dispose() => _room.Dispose();

    private LetterStore Store => new(_storage.Blobs);

    private Task<Initiative> GrantedAsync(string id) => _storage.PutAsync(
        Cases.In(InitiativeState.Granted) with { Id = id, Letters = [Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = SampleLetters.DecidedOn }] });

    private LaterLetters LaterOn(InitiativeTable initiatives) => new(
        initiatives,
        new LetterWriter(SampleLetters.Words, _room.Pages, Store, _storage.Initiatives, Cases.Policy, _room.Clock),
        new WorkflowSignals(_table, new WorkflowStarter(_storage.Initiatives, Cases.Policy)),
        _room.Clock);

    private static Task<bool> DecideAsync(LaterLetters later, Initiative granted) =>
        later.DecideAsync(new Mock<DurableTaskClient>("").Object, granted, Words, Actor.Coordinator, CancellationToken.None);
}
