namespace Initiatiefloket.Documents;

/// <summary>
/// What one request may make us unpack, in bytes: all its files and photos share it, so that many small files that swell cost no more than one.
/// It ends with the request: nothing is looked at for somebody who has left.
/// </summary>
/// <param name="request">Ends with the request.</param>
internal sealed class UploadBudget(CancellationToken request)
{
    /// <summary>Enough for five photos of a new phone, or for the largest office file and then some.</summary>
    public const long MostBytes = 400L * 1024 * 1024;

    private long _left = MostBytes;

    /// <summary>Ends with the request.</summary>
    public CancellationToken Request => request;

    /// <summary>Takes something off; false when that much is not left.</summary>
    /// <exception cref="OperationCanceledException">The request has ended.</exception>
    public bool TrySpend(long bytes)
    {
        request.ThrowIfCancellationRequested();
        if (bytes > _left)
        {
            return false;
        }

        _left -= bytes;
        return true;
    }
}
