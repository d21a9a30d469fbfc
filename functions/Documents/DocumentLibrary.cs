using System.Diagnostics;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Documents;

/// <summary>Takes, shows and removes the documents of drafts, applications and answers.</summary>
public sealed class DocumentLibrary(
    DocumentStore store, Pictures pictures, ClamAv scanner, DocumentMessages messages, Policy policy, TimeProvider clock) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Documents, TableNames.UnfinishedDocuments, ContainerNames.Documents];

    /// <inheritdoc/>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => RemoveCaseAsync(initiativeId, cancellation);

    /// <summary>
    /// Attaches the files of one request. There are at most as many as the policy allows, or none of them is looked at; what they unpack to is counted
    /// together; and nothing more is done once whoever sent them has left.
    /// </summary>
    /// <param name="request">The request that they came in.</param>
    /// <param name="files">The files, each with its owner.</param>
    /// <returns>What to say about those that are not attached.</returns>
    public async Task<IReadOnlyList<FileRefused>> AddAllAsync(HttpRequest request, IReadOnlyList<SentFile> files, CancellationToken cancellation)
    {
        if (files.Count > policy.Documents.AtMost)
        {
            return [new FileRefused(files[0].File.Name, messages.For(DocumentProblem.TooManyAtOnce))];
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, request.HttpContext.RequestAborted);
        var budget = new UploadBudget(either.Token);
        var refusals = new List<FileRefused>();
        foreach (var (owner, file) in files)
        {
            if (await AddAsync(owner, file, budget) is DocumentAdded.Refused refused)
            {
                refusals.Add(new FileRefused(file.Name, $"{refused.FileName}: {refused.Message}"));
            }
        }

        return refusals;
    }

    /// <summary>
    /// Attaches a file, when it is one that we take. Private data in photos (place, camera) is left out of what is kept; photos that not every
    /// browser shows are kept as JPEG, and large ones are made smaller.
    /// </summary>
    /// <param name="owner">What to attach it to.</param>
    /// <param name="file">The file as it was sent; what the browser says about its kind is not looked at.</param>
    public Task<DocumentAdded> AddAsync(DocumentOwner owner, IFormFile file, CancellationToken cancellation) =>
        AddAsync(owner, file, new UploadBudget(cancellation));

    /// <summary>The documents of an owner, in the order in which they were added.</summary>
    public Task<IReadOnlyList<Document>> ListAsync(DocumentOwner owner, CancellationToken cancellation) => store.ListAsync(owner, cancellation);

    /// <summary>All documents of a draft or an initiative, also those with answers, in the order in which they were added.</summary>
    /// <param name="caseId">Id of the draft, or reference of the initiative.</param>
    public Task<IReadOnlyList<Document>> ListCaseAsync(string caseId, CancellationToken cancellation) => store.ListCaseAsync(caseId, cancellation);

    /// <summary>Removes a document; one that is not there is no problem.</summary>
    public Task RemoveAsync(DocumentOwner owner, string id, CancellationToken cancellation) => store.RemoveAsync(owner, id, cancellation);

    /// <summary>Removes everything attached to a draft or an initiative, also to answers. May be repeated.</summary>
    /// <param name="caseId">Id of the draft, or reference of the initiative.</param>
    public async Task RemoveCaseAsync(string caseId, CancellationToken cancellation)
    {
        foreach (var document in await store.ListCaseAsync(caseId, cancellation))
        {
            await store.RemoveAsync(document.Owner, document.Id, cancellation);
        }

        await store.ForgetCaseAsync(caseId, cancellation);
    }

    /// <summary>Closes an owner and removes what is attached to it. May be repeated.</summary>
    public async Task CloseAndRemoveAsync(DocumentOwner owner, CancellationToken cancellation)
    {
        await store.CloseAsync(owner, cancellation);
        foreach (var document in await store.ListAsync(owner, cancellation))
        {
            await store.RemoveAsync(owner, document.Id, cancellation);
        }
    }

    /// <summary>
    /// Gives the documents of one owner to another, with their ids: a draft becomes an application. The first owner takes no more from then on: who is just
    /// sending one either is in time, and it goes along, or is told. May be repeated.
    /// </summary>
    public async Task MoveAsync(DocumentOwner from, DocumentOwner to, CancellationToken cancellation)
    {
        await store.CloseAsync(from, cancellation);
        foreach (var document in await store.ListAsync(from, cancellation))
        {
            await store.CopyAsync(document, to, cancellation);
            await store.RemoveAsync(from, document.Id, cancellation);
        }
    }

    /// <summary>The content of a document, or null when there is none to be opened.</summary>
    public async Task<Stream?> ReadAsync(DocumentOwner owner, string id, CancellationToken cancellation) =>
        await store.FindAsync(owner, id, cancellation) is { State.CanBeOpened: true }
            ? await store.OpenBlobAsync(owner, id, cancellation)
            : null;

    /// <summary>Documents that cannot be scanned, of which nobody told the coordinator yet.</summary>
    public async Task<IReadOnlyList<Document>> ListUnscannableAsync(CancellationToken cancellation)
    {
        var found = new List<Document>();
        foreach (var item in await store.ListUnscannableAsync(cancellation))
        {
            if (await store.FindOfBlobAsync(item, cancellation) is { } stored)
            {
                found.Add(stored.Document);
            }
        }

        return found;
    }

    /// <summary>The coordinator was told.</summary>
    public Task ForgetUnscannableAsync(Document told, CancellationToken cancellation) => store.ForgetUnscannableAsync(told, cancellation);

    /// <summary>Answers a browser with a document, or with a page that says why it cannot be opened.</summary>
    /// <param name="owner">What it is attached to; the caller knows that whoever asks may see that.</param>
    /// <param name="id">Id from the address.</param>
    /// <param name="view">To save it, or to see it in the browser.</param>
    public async Task<IResult> OpenAsync(DocumentOwner owner, string id, DocumentView view, CancellationToken cancellation)
    {
        if (await store.FindAsync(owner, id, cancellation) is not { } document)
        {
            return Page.NotFound();
        }

        if (!document.State.CanBeOpened)
        {
            var status = document.State == DocumentState.Refused ? StatusCodes.Status410Gone : StatusCodes.Status409Conflict;
            return Page.Show<DocumentClosedPage>(new { Document = document }, status);
        }

        return await store.OpenBlobAsync(owner, id, cancellation) is { } content
            ? new DocumentResult(document, content, view)
            : Page.NotFound();
    }

    /// <summary>Answers a browser with a document of a case, to be saved, whatever part of the case it is attached to.</summary>
    /// <param name="caseId">Reference of the initiative; the caller knows that whoever asks may see all of it.</param>
    /// <param name="id">Id from the address.</param>
    public async Task<IResult> OpenOfCaseAsync(string caseId, string id, CancellationToken cancellation) =>
        (await store.ListCaseAsync(caseId, cancellation)).FirstOrDefault(document => document.Id == id) is { } found
            ? await OpenAsync(found.Owner, id, DocumentView.Download, cancellation)
            : Page.NotFound();

    private async Task<DocumentAdded> AddAsync(DocumentOwner owner, IFormFile file, UploadBudget budget)
    {
        if (await FindProblemAsync(owner, file, budget.Request) is { } problem)
        {
            return Refuse(file, problem);
        }

        var read = DocumentContent.Read(await BytesOfAsync(file, budget.Request), file.FileName, budget);
        switch (await pictures.FinishAsync(read, budget))
        {
            case ContentRead.Accepted accepted:
                return await TakeAsync(owner, file, accepted, budget.Request);
            case ContentRead.Refused refused:
                return Refuse(file, refused.Problem);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<DocumentProblem?> FindProblemAsync(DocumentOwner owner, IFormFile file, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            return DocumentProblem.Empty;
        }

        if (file.Length > policy.Documents.BytesEach)
        {
            return DocumentProblem.TooLarge;
        }

        return await CountAsync(owner, cancellation) < policy.Documents.AtMost ? null : DocumentProblem.TooMany;
    }

    private async Task<DocumentAdded> TakeAsync(
        DocumentOwner owner, IFormFile file, ContentRead.Accepted accepted, CancellationToken cancellation)
    {
        var state = StateAfter(await scanner.ScanAsync(accepted.Bytes, cancellation));
        if (state == DocumentState.Refused)
        {
            return Refuse(file, DocumentProblem.Infected);
        }

        var document = new Document(
            owner,
            DocumentStore.NewName(),
            DocumentName.Of(file.FileName, accepted.Kind),
            accepted.Kind,
            accepted.Bytes.Length,
            clock.GetUtcNow(),
            state);
        return await store.AddAsync(document, BinaryData.FromBytes(accepted.Bytes).ToStream(), policy.Documents.AtMost, cancellation) switch
        {
            PlaceTaken.Now => new DocumentAdded.Taken(document),
            PlaceTaken.IsFull => Refuse(file, DocumentProblem.TooMany),
            PlaceTaken.IsClosed => Refuse(file, DocumentProblem.TooLate),
            _ => throw new UnreachableException(),
        };
    }

    private static DocumentState StateAfter(ScanOutcome scan) => scan switch
    {
        ScanOutcome.Clean => DocumentState.Clean,
        ScanOutcome.NoScanner => DocumentState.NotScanned,
        ScanOutcome.Infected => DocumentState.Refused,
        ScanOutcome.Failed or ScanOutcome.Unreachable => DocumentState.Held,
        _ => throw new UnreachableException(),
    };

    // Of a refused one there is only a notice left.
    private async Task<int> CountAsync(DocumentOwner owner, CancellationToken cancellation) =>
        (await store.ListAsync(owner, cancellation)).Count(document => document.State != DocumentState.Refused);

    // In memory: the policy keeps files small, and recognising and cleaning them needs to look back and forth.
    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private DocumentAdded.Refused Refuse(IFormFile file, DocumentProblem problem) =>
        new(DocumentName.Clean(file.FileName), problem, messages.For(problem));
}
