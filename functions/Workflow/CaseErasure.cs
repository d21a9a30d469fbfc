using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Submission;

namespace Initiatiefloket.Workflow;

/// <summary>Erases whole cases, with all that is kept of them anywhere. What breaks off is gone on with the next time.</summary>
public sealed class CaseErasure(
    InitiativeTable initiatives, FormTable forms, PublicInitiatives published, IEnumerable<ICaseStore> stores)
{
    /// <summary>The tables that it looks after itself; the others are those of each <see cref="ICaseStore"/>.</summary>
    public static IReadOnlyList<string> Own { get; } = [TableNames.Initiatives, TableNames.Forms, TableNames.PublicInitiatives];

    /// <summary>Erases applications that nobody confirmed.</summary>
    /// <param name="before">Those that were sent last before this moment.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>How many.</returns>
    public async Task<int> EraseUnconfirmedAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var begun in await initiatives.ListErasingAsync(cancellation))
        {
            erased += await EraseAsync(begun, before, cancellation);
        }

        foreach (var id in await initiatives.FindUnconfirmedAsync(before, cancellation).Take(most).ToListAsync(cancellation))
        {
            if (await initiatives.BeginErasingAsync(id, cancellation) is { } begun)
            {
                erased += await EraseAsync(begun, before, cancellation);
            }
        }

        return erased;
    }

    /// <summary>Erases cases that ended.</summary>
    /// <param name="before">Those to which nothing happened since this moment.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>How many.</returns>
    public async Task<int> EraseEndedAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var ids = await initiatives.FindEndedAsync(before, cancellation).Take(most).ToListAsync(cancellation);
        foreach (var id in ids)
        {
            var initiative = await initiatives.GetAsync(id, cancellation);
            var form = (await initiatives.GetApplicationAsync(id, cancellation)).FormId;
            await published.RemoveAsync(initiative, cancellation);
            await ForgetElsewhereAsync(new ErasingCase(id, form), cancellation);
            await initiatives.RemoveAsync(id, cancellation);
        }

        return ids.Count;
    }

    // The initiative first: once it is gone nobody can confirm it, and nothing of a confirmed one is lost.
    private async Task<int> EraseAsync(ErasingCase begun, DateTimeOffset before, CancellationToken cancellation)
    {
        var isGone = await initiatives.TryRemoveUnconfirmedAsync(begun.Id, before, cancellation);
        if (isGone)
        {
            await ForgetElsewhereAsync(begun, cancellation);
        }

        await initiatives.EndErasingAsync(begun, cancellation);
        return isGone ? 1 : 0;
    }

    private async Task ForgetElsewhereAsync(ErasingCase erasing, CancellationToken cancellation)
    {
        foreach (var store in stores)
        {
            await store.EraseAsync(erasing.Id, cancellation);
        }

        if (erasing.FormId is { } form)
        {
            await forms.ReleaseReferenceAsync(form, cancellation);
        }
    }
}
