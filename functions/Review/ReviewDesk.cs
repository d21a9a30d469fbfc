using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Links.Confirming;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Opens the review form, keeps it to go on with later, and takes the decision in it.</summary>
public sealed class ReviewDesk(ReviewDraftTable drafts, VerdictDesk verdicts, ConfirmDesk confirming)
{
    /// <summary>The form with what this person kept, or voted before the conversation; otherwise empty.</summary>
    public async Task<DecisionView> OpenAsync(Link link, Initiative initiative, VerdictRules rules, CancellationToken cancellation)
    {
        var draft = initiative.AcceptsVoteOf(link.Person, link.Round) ? await drafts.GetAsync(link, cancellation) : ReviewDraft.None;
        var form = draft.Form ?? EarlierForm(link, initiative) ?? VerdictForm.Empty(initiative);
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

        if (await drafts.SaveAsync(link, form, cancellation) is not null)
        {
            return new FormKept.Now();
        }

        var other = await drafts.GetAsync(link, cancellation);
        return new FormKept.ChangedElsewhere(
            decision with { Form = form with { Version = other.Version }, SavedAt = other.SavedAt, IsKeptElsewhere = true });
    }

    /// <summary>Takes a decision; where the band asks for it, only once it is confirmed with a code from the mailbox of whom the link was sent to.</summary>
    public async Task<IResult> DecideAsync(DurableTaskClient client, ReviewRequest review, VerdictInput verdict, CancellationToken cancellation)
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
            await verdicts.VoteAsync(client, review.Link, verdict, cancellation);
            return Page.SeeOther(review.Address);
        }
    }

    private static VerdictForm? EarlierForm(Link link, Initiative initiative) =>
        initiative.Panel.Kind == RoundKind.Conversation && initiative.Panel.VoteOf(link.Person, link.Round - 1) is { } earlier
            ? VerdictForm.Of(earlier, initiative)
            : null;
}
