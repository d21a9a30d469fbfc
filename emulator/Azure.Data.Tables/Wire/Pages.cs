namespace Azure.Data.Tables.Wire;

/// <summary>Fetches the page after <paramref name="token"/> (null: the first).</summary>
internal delegate Task<Page<T>> FetchPage<T>(string? token, int? size, bool async)
    where T : notnull;

/// <summary>Rows fetched page by page while they are read.</summary>
internal sealed class AsyncPages<T>(FetchPage<T> fetch, int? maxPerPage) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? maxPerPage, async: true).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}

/// <summary>The same for callers that block.</summary>
internal sealed class Pages<T>(FetchPage<T> fetch, int? maxPerPage) : Pageable<T>
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = fetch(continuationToken, pageSizeHint ?? maxPerPage, async: false).Done();
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
