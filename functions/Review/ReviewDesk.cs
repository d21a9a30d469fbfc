using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Opens the review form, keeps it to go on with later, and takes the decision in it.</summary>
public sealed class ReviewDesk(ReviewDraftTable drafts, InitiativeTable initiatives, VerdictDesk verdicts, ConfirmDesk confirming)
{
    /// <summary>The form with what this person kept, or filled in when they voted before; otherwise empty.</summary>
    public async Task<DecisionView> OpenAsync(Link link, Initiative initiative, VerdictRules rules, CancellationToken cancellation)
    {
        var draft = MayDecideLater(link, initiative) ? await drafts.GetAsync(link, cancellation) : ReviewDraft.None;
        var form = draft.Form ?? VerdictForm.Empty(initiative);
        return new DecisionView(form with { Version = draft.Version }, rules) { SavedAt = draft.SavedAt };
    }

    /// <summary>Keeps the form, whatever is still missing in it.</summary>
    public async Task<FormKept> KeepAsync(Link link, DecisionView decision, CancellationToken cancellation)
    {
        var form = decision.Form;
        if (form.CheckLengths() is { Any: true } tooLong)
        {
            return new FormKept.Refused(decision with { Errors = tooLong });
        }

        if (await SaveAsync(link, form, cancellation))
        {
            return new FormKept.Now();
        }

        var other = await drafts.GetAsync(link, cancellation);
        return new FormKept.ChangedElsewhere(
            decision with { Form = form with { Version = other.Version }, SavedAt = other.SavedAt, IsKeptElsewhere = true });
    }

    /// <summary>
    /// Keeps a form that came too late, because a colleague put a question or the place went to somebody else while it was filled in. It is there
    /// again when this person may decide; what they kept on another device in the meantime stays.
    /// </summary>
    public async Task KeepLateAsync(Link link, Initiative initiative, VerdictForm form, CancellationToken cancellation)
    {
        if (MayDecideLater(link, initiative) && !form.CheckLengths().Any)
        {
            await SaveAsync(link, form, cancellation);
        }
    }

    /// <summary>Takes a decision; where the band asks for it, only once it is confirmed with a code from the mailbox of whom the link was sent to.</summary>
    public async Task<IResult> DecideAsync(DurableTaskClient client, ReviewRequest review, VerdictForm filledIn, VerdictInput verdict, CancellationToken cancellation)
    {
        var rules = Band.For(review.Initiative.Bands, review.Initiative.Asked).Review;
        if (!rules.ConfirmsByCode)
        {
            return await VoteAsync();
        }

        var form = await review.Request.ReadFormAsync(cancellation);
        return await confirming.DecideAsync(
            ToConfirm.Of(review.Link, form, verdict.InWords), form, VoteAsync, cancellation);

        async Task<IResult> VoteAsync()
        {
            await verdicts.VoteAsync(client, review.Link, filledIn, verdict, cancellation);
            return Page.SeeOther(review.Address);
        }
    }

    // Looked up afterwards: when the case is decided in between, either this sees it, or what forgets the forms of a decided case sees the row.
    private async Task<bool> SaveAsync(Link link, VerdictForm form, CancellationToken cancellation)
    {
        var version = await drafts.SaveAsync(link, form, cancellation);
        if ((await initiatives.GetAsync(link.InitiativeId, cancellation)).IsReviewed)
        {
            await drafts.RemoveAllAsync(link.InitiativeId, cancellation);
        }

        return version is not null;
    }

    // Now, or when the applicant has answered; whoever voted is done, unless a question lets them vote anew.
    private static bool MayDecideLater(Link link, Initiative initiative) =>
        !initiative.IsClosed && link.Round == initiative.Round && initiative.MaySeeCase(link.Person) && initiative.VerdictOf(link.Round) switch
        {
            null => initiative.Panel.VoteOf(link.Person, link.Round) is null,
            var given => given.Kind == VerdictKind.Ask,
        };
}
