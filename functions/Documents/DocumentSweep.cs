using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Documents;

/// <summary>Scans the files that are held, and clears up what a crash left between a blob and its row.</summary>
public sealed partial class DocumentSweep(
    DocumentStore store, ClamAv scanner, IOptions<DocumentsOptions> options, TimeProvider clock, ILogger<DocumentSweep> logger)
{
    // Longer than any upload takes.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    [Function(nameof(DocumentSweep))]
    public async Task Run([TimerTrigger("%DocumentSweepSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        var scans = 0;
        var scannerAnswers = true;
        foreach (var item in await store.ListUnfinishedAsync(cancellation))
        {
            var stored = await store.FindOfBlobAsync(item, cancellation);
            if (stored is { Document.State: DocumentState.Held })
            {
                // One that cannot be scanned goes to the end of the queue, and a scanner that is out is asked once in a run.
                scannerAnswers = scannerAnswers && scans++ < options.Value.ScansAtOnce && await ScanAsync(item, stored, cancellation);
            }
            else if (item.Since < clock.GetUtcNow() - Grace)
            {
                await FinishAsync(item, stored, cancellation);
            }
        }

        if (scannerAnswers && options.Value.HasScanner)
        {
            await ScanOpenOnesAsync(options.Value.ScansAtOnce - scans, cancellation);
        }
    }

    /// <summary>Scans what was sent when there was no scanner.</summary>
    private async Task ScanOpenOnesAsync(int most, CancellationToken cancellation)
    {
        foreach (var item in most > 0 ? await store.ListNotScannedAsync(most, cancellation) : [])
        {
            if (await store.FindOfBlobAsync(item, cancellation) is not { Document.State: DocumentState.NotScanned } stored)
            {
                await store.ForgetNotScannedAsync(item, cancellation);
            }
            else if (!await ScanAsync(item, stored, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Scans a file.</summary>
    /// <returns>Whether another one can be scanned in this run.</returns>
    private async Task<bool> ScanAsync(UnfinishedDocument item, StoredDocument stored, CancellationToken cancellation)
    {
        var outcome = await store.ReadBlobAsync(item.BlobName, cancellation) is { } content
            ? await scanner.ScanAsync(content, cancellation)
            : ScanOutcome.Failed;
        switch (outcome)
        {
            case ScanOutcome.Clean:
                await store.SetStateAsync(stored, DocumentState.Clean, cancellation);
                return true;
            case ScanOutcome.NoScanner:
                await store.SetStateAsync(stored, DocumentState.NotScanned, cancellation);
                return true;
            case ScanOutcome.Infected:
                await store.SetStateAsync(stored, DocumentState.Refused, cancellation);
                Log.DocumentRefused(logger, stored.Document.Owner.Case, stored.Document.Id);
                return true;
            case ScanOutcome.Failed:
                await CountTryAsync(item, stored, cancellation);
                return true;
            case ScanOutcome.Unreachable:
                // Awake, it only fell silent over this file, which took time enough for one run.
                if (await scanner.IsAwakeAsync(cancellation))
                {
                    await CountTryAsync(item, stored, cancellation);
                }

                return false;
            default:
                throw new UnreachableException();
        }
    }

    private async Task CountTryAsync(UnfinishedDocument item, StoredDocument stored, CancellationToken cancellation)
    {
        if (item.Tries + 1 < options.Value.ScanTries)
        {
            await store.PutOffAsync(item, stored.Document.State, cancellation);
            return;
        }

        await store.SetStateAsync(stored, DocumentState.Unscannable, cancellation);
        Log.DocumentUnscannable(logger, stored.Document.Owner.Case, stored.Document.Id);
    }

    private async Task FinishAsync(UnfinishedDocument item, StoredDocument? stored, CancellationToken cancellation)
    {
        if (stored is { Document.State: not DocumentState.Refused })
        {
            await store.NoteWorkAsync(stored, cancellation);
            await store.ForgetAsync(item, cancellation);
            return;
        }

        await store.RemoveBlobAsync(item.BlobName, cancellation);
        Log.LeftoverRemoved(logger, item.Owner.Case, item.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Virus found in a held document; its content was removed. Case: {CaseId}. Document: {DocumentId}.")]
        public static partial void DocumentRefused(ILogger logger, string caseId, string documentId);

        [LoggerMessage(2, LogLevel.Information, "What was left of a document was removed. Case: {CaseId}. Document: {DocumentId}.")]
        public static partial void LeftoverRemoved(ILogger logger, string caseId, string documentId);

        [LoggerMessage(3, LogLevel.Error, "A document cannot be scanned; it stays closed. Case: {CaseId}. Document: {DocumentId}.")]
        public static partial void DocumentUnscannable(ILogger logger, string caseId, string documentId);
    }
}
