using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

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
