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
    }

    /// <summary>Scans a held file.</summary>
    /// <returns>Whether the scanner answered.</returns>
    private async Task<bool> ScanAsync(UnfinishedDocument item, StoredDocument stored, CancellationToken cancellation)
    {
        var outcome = await store.ReadBlobAsync(item.BlobName, cancellation) is { } content
            ? await scanner.ScanAsync(content, cancellation)
            : ScanOutcome.Failed;
        switch (outcome)
        {
            case ScanOutcome.Clean:
                await store.SetStateAsync(stored, DocumentState.Clean, cancellation);
                break;
            case ScanOutcome.Infected:
                await store.SetStateAsync(stored, DocumentState.Refused, cancellation);
                Log.DocumentRefused(logger, stored.Document.Owner.Case, stored.Document.Id);
                break;
            case ScanOutcome.Failed:
                await store.PutOffAsync(item, cancellation);
                break;
            case ScanOutcome.Unreachable:
                return false;
            default:
                throw new UnreachableException();
        }

        return true;
    }

    private async Task FinishAsync(UnfinishedDocument item, StoredDocument? stored, CancellationToken cancellation)
    {
        if (stored is { Document.State: DocumentState.Clean })
        {
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
    }
}
