using Initiatiefloket.Initiatives;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Documents;

/// <summary>The documents of a case that members of the council may open: the coordinator looked at each for what is private, and the virus scanner found nothing in it.</summary>
public static class ReleasedDocuments
{
    extension(Initiative initiative)
    {
        /// <summary>Whether members of the council may open a document now.</summary>
        public bool IsForCouncil(Document document) => document.State.MayGoToCouncil && initiative.DocumentsForCouncil.Contains(document.Id);
    }
}

/// <summary>Opens them.</summary>
public static class CouncilDocuments
{
    extension(DocumentLibrary documents)
    {
        /// <summary>Answers the browser of a council member with a document of a case; one that was not released, or not any more, is not there.</summary>
        public Task<IResult> OpenForCouncilAsync(Initiative initiative, string id, DocumentView view, CancellationToken cancellation) =>
            documents.OpenSentAsync(initiative, document => document.Id == id && initiative.IsForCouncil(document), view, cancellation);
    }
}
