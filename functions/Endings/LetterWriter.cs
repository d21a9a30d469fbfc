using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings;

/// <summary>Writes a decision letter as a complete HTML document and stores it.</summary>
public sealed class LetterWriter(HtmlPages pages, LetterStore store, Policy policy)
{
    /// <summary>Writes the letter unless it was written before.</summary>
    public async Task WriteAsync(LetterCase letter, CancellationToken cancellation)
    {
        var html = await pages.RenderAsync<DecisionLetter>(new { Letter = letter, Text = LetterText.For(letter, policy) });
        await store.StoreAsync(letter.Letter.BlobName, html, cancellation);
    }
}
