using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Documents;

/// <summary>
/// The documents of a case for whoever decides or gives advice: those of the application, and those of answers that were sent. What an applicant
/// attached to an answer that they still work on is theirs alone.
/// </summary>
public static class SentDocuments
{
    extension(DocumentLibrary documents)
    {
        /// <summary>All that was sent, in the order in which it was added.</summary>
        public async Task<IReadOnlyList<Document>> ListSentAsync(Initiative initiative, CancellationToken cancellation)
        {
            var owners = OwnersIn(initiative);
            return [.. (await documents.ListCaseAsync(initiative.Id, cancellation)).Where(document => owners.Contains(document.Owner))];
        }

        /// <summary>Answers a browser with a document that was sent; any other one is not there.</summary>
        public Task<IResult> OpenSentAsync(Initiative initiative, string id, DocumentView view, CancellationToken cancellation) =>
            documents.OpenSentAsync(initiative, document => document.Id == id, view, cancellation);

        /// <summary>The same with the first one that is wanted.</summary>
        internal async Task<IResult> OpenSentAsync(Initiative initiative, Func<Document, bool> isWanted, DocumentView view, CancellationToken cancellation) =>
            (await documents.ListSentAsync(initiative, cancellation)).FirstOrDefault(isWanted) is { } found
                ? await documents.OpenAsync(found.Owner, found.Id, view, cancellation)
                : Page.NotFound();
    }

    private static HashSet<DocumentOwner> OwnersIn(Initiative initiative) =>
    [
        DocumentOwner.OfApplication(initiative.Id),
        .. initiative.Verdicts
            .SelectMany(verdict => verdict.Questions)
            .Where(question => question.Answer is not null)
            .Select(question => question.OwnerIn(initiative.Id)),
    ];
}

/// <summary>What comes with the answer to a question.</summary>
public static class QuestionDocuments
{
    extension(Question question)
    {
        /// <summary>What the documents of the answer are attached to.</summary>
        public DocumentOwner OwnerIn(string initiativeId) => new(initiativeId, PartOf(question));

        /// <summary>Of the documents of a case, those that came with the answer.</summary>
        public IReadOnlyList<Document> DocumentsIn(IEnumerable<Document> documents) =>
            [.. documents.Where(document => document.Owner.Part == PartOf(question))];
    }

    private static string PartOf(Question question) => $"answer-{question.Id}";
}
