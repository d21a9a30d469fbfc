using System.Diagnostics;
using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Keeps review forms to go on with later, and takes the votes in them.</summary>
public sealed class Verdicts(KeptForms kept, InitiativeTable initiatives, WorkflowSignals signals, Confirmations confirming, Involvement involvement)
{
    /// <summary>The form with what this person kept, or filled in when they voted before and may vote anew; otherwise empty.</summary>
    public async Task<VerdictForm> FillAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var found = MayDecideLater(visit.Link, visit.Initiative)
            ? await kept.Reviews.GetAsync(KeptFormKey.OfReview(visit.Link), cancellation)
            : new Kept<VerdictForm>();
        return (found.Form?.WithOneReason() ?? VerdictForm.Empty(visit.Initiative)) with
        {
            Version = found.Version,
            SavedAt = found.SavedAt,
            PageName = Guid.NewGuid().ToString("N"),
        };
    }

    /// <summary>
    /// Keeps a form whose texts are not too long, whatever is still missing in it. One that was kept from the same page since is replaced: a page may keep what
    /// stands in it more than once, also without knowing what came of it.
    /// </summary>
    /// <returns>Null when it is kept; otherwise the other one that was kept since the page was opened, on another device or in another tab.</returns>
    public async Task<Kept<VerdictForm>?> KeepAsync(Link link, VerdictForm form, CancellationToken cancellation)
    {
        var key = KeptFormKey.OfReview(link);
        var version = await kept.Reviews.SaveAsync(key, form.ToKeep(), form.Version, cancellation);
        var other = version is null ? await kept.Reviews.GetAsync(key, cancellation) : null;
        if (other?.Form is { PageName.Length: > 0 } last && last.PageName == form.PageName)
        {
            version = await kept.Reviews.SaveAsync(key, form.ToKeep(), other.Version, cancellation);
            other = version is null ? await kept.Reviews.GetAsync(key, cancellation) : null;
        }

        await ForgetIfDecidedAsync(link, cancellation);
        return other;
    }

    /// <summary>Keeps the form of somebody who is about to decide, in place of whatever was kept: when they change something first, it is there.</summary>
    public async Task KeepBeforeDecidingAsync(Link link, VerdictForm form, CancellationToken cancellation)
    {
        await kept.Reviews.ReplaceAsync(KeptFormKey.OfReview(link), form.ToKeep(), cancellation);
        await ForgetIfDecidedAsync(link, cancellation);
    }

    /// <summary>
    /// Keeps a form that came too late, because a colleague put a question or the place went to somebody else while it was filled in. It is there
    /// again when this person may decide; what they kept on another device in the meantime stays.
    /// </summary>
    public async Task KeepLateAsync(Link link, Initiative initiative, VerdictForm form, CancellationToken cancellation)
    {
        if (MayDecideLater(link, initiative) && !form.CheckLengths().Any)
        {
            await KeepAsync(link, form, cancellation);
        }
    }

    /// <summary>
    /// Lets whoever applied themselves decide nothing: they give their place away. Such a case is mostly known before; this holds from the moment on which a policy
    /// made the applicant a reviewer.
    /// </summary>
    /// <returns>True when it was their own application, and so no vote is taken.</returns>
    public async Task<bool> ReleaseOwnAsync(DurableTaskClient client, LinkVisit visit, CancellationToken cancellation)
    {
        if (!await involvement.IsApplicantAsync(visit.Initiative.Id, visit.Person, cancellation))
        {
            return false;
        }

        await involvement.ReleaseAsync(client, visit.Initiative, visit.Person, InvolvedAs.Applicant, cancellation);
        return true;
    }

    /// <summary>Takes a vote; where the band asks for it, only once it is confirmed with a code from the mailbox of whom the link was sent to.</summary>
    public async Task<IResult> DecideAsync(DurableTaskClient client, LinkVisit<VerdictForm> visit, Verdict verdict, CancellationToken cancellation)
    {
        if (!visit.Initiative.RulesOfReview().ConfirmsByCode)
        {
            return await DecideNowAsync();
        }

        var posted = await visit.Request.ReadFormAsync(cancellation);
        return await confirming.DecideAsync(DecisionToConfirm.Of(visit.Link, posted, ReviewerWords.DecisionOf(verdict)), posted, DecideNowAsync, cancellation);

        async Task<IResult> DecideNowAsync()
        {
            await VoteAsync(client, visit.Link, visit.Form, verdict, cancellation);
            return Page.SeeOther(visit.Address);
        }
    }

    /// <summary>
    /// Gives somebody's vote and wakes the round. A vote that is not awaited, or was given before, changes nothing. The form is kept until the case is
    /// decided: a question, also one that a colleague put in the same instant, or a disagreement lets everybody decide anew.
    /// </summary>
    public async Task VoteAsync(DurableTaskClient client, Link link, VerdictForm form, Verdict verdict, CancellationToken cancellation)
    {
        var toKeep = verdict.Kind == VerdictKind.Ask ? form.WithoutQuestions() : form;
        await kept.Reviews.ReplaceAsync(KeptFormKey.OfReview(link), toKeep.ToKeep(), cancellation);
        var saved = await signals.SaveAndSignalAsync(
            client,
            new Signal(link.InitiativeId, WorkflowEvents.ReviewChanged(link.Round), link.Person),
            () => initiatives.ChangeAsync(
                link.InitiativeId, $"vote-{link.Round}-{link.Person}", current => VoteIn(current, verdict), cancellation),
            cancellation);
        if (saved.Initiative.IsReviewed)
        {
            await kept.Reviews.RemoveAllAsync(link.InitiativeId, cancellation);
        }
    }

    // Looked up afterwards: when the case is decided in between, either this sees it, or what forgets the forms of a decided case sees the row.
    private async Task ForgetIfDecidedAsync(Link link, CancellationToken cancellation)
    {
        if ((await initiatives.GetAsync(link.InitiativeId, cancellation)).IsReviewed)
        {
            await kept.Reviews.RemoveAllAsync(link.InitiativeId, cancellation);
        }
    }

    private static Change? VoteIn(Initiative current, Verdict vote)
    {
        if (current.Vote(vote) is not { } voted)
        {
            return null;
        }

        var kind = voted.VerdictOf(vote.Round) is null ? InitiativeEventKind.Voted : EventOf(vote.Kind);
        return new Change(voted, new InitiativeEvent($"vote-{vote.Round}-{vote.By}", kind, vote.At, vote.By, vote.Words));
    }

    private static InitiativeEventKind EventOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Approve => InitiativeEventKind.Approved,
        VerdictKind.Ask => InitiativeEventKind.QuestionPut,
        VerdictKind.Decline => InitiativeEventKind.Declined,
        VerdictKind.SetAside => InitiativeEventKind.SetAsideChosen,
        _ => throw new UnreachableException(),
    };

    // Now, or when the applicant has answered; who voted is done, unless a question lets them vote anew.
    private static bool MayDecideLater(Link link, Initiative initiative) =>
        !initiative.IsClosed && link.Round == initiative.Round && initiative.MaySeeCase(link.Person) && initiative.VerdictOf(link.Round) switch
        {
            null => initiative.Panel.VoteOf(link.Person, link.Round) is null,
            var given => given.Kind == VerdictKind.Ask,
        };
}
