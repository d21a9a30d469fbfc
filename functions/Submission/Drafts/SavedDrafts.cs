using System.Diagnostics;
using Initiatiefloket.Documents;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Steps;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>Keeps what people fill in, page by page, until they send it or leave it.</summary>
public sealed class SavedDrafts(DraftTable drafts, DraftMail mail, LinkMaker links, DocumentLibrary documents, Policy policy, TimeProvider clock)
{
    /// <summary>How many links one draft can be mailed with: a form that anybody can open must not flood a mailbox.</summary>
    public const int MostLinks = 5;

    private DateTimeOffset ExpiresAt => policy.Terms.Draft.EndsAt(clock.GetUtcNow(), policy.WorkingDays);

    /// <summary>What is behind an address, for the browser that asks for it.</summary>
    public async Task<DraftFound> FindAsync(DraftVisit visit, CancellationToken cancellation) =>
        await drafts.FindAsync(ApplicationDraft.KeyOf(visit.Token), cancellation) switch
        {
            DraftFound.Open { Version: null } when !visit.IsGiven => new DraftFound.NotGiven(),
            DraftFound.Open open when !open.Draft.IsOpenIn(visit.Browser) => new DraftFound.Elsewhere(open),
            var found => found,
        };

    /// <summary>Begins a form that is filled in already.</summary>
    /// <param name="visit">For whom; with a new address.</param>
    /// <param name="fill">Makes the form of this id.</param>
    public async Task BeginAsync(DraftVisit visit, Func<string, ApplicationForm> fill, CancellationToken cancellation)
    {
        var id = ApplicationDraft.KeyOf(visit.Token);
        var draft = new ApplicationDraft { Id = id, Form = fill(id), ExpiresAt = ExpiresAt, Language = Language.Code, Browser = visit.Browser };
        if (!await drafts.TrySaveAsync(draft, version: null, cancellation))
        {
            throw new UnreachableException();
        }
    }

    /// <summary>Saves a page as it was typed, also when something in it is wrong.</summary>
    /// <param name="visit">Who saves it, where.</param>
    /// <param name="step">Which page.</param>
    /// <param name="version">How often the page had been saved when it was opened.</param>
    /// <param name="fill">Puts in what was typed.</param>
    public Task<StepSaved> SaveAsync(
        DraftVisit visit, FormStep step, int version, Func<ApplicationForm, ApplicationForm> fill, CancellationToken cancellation) =>
        Contention.WinAsync<StepSaved>("A draft", async () =>
        {
            var found = await FindAsync(visit, cancellation);
            if (found is not DraftFound.Open open)
            {
                return new StepSaved.NotOpen(found);
            }

            var form = fill(open.Draft.Form);
            if (open.Draft.VersionOf(step) != version && ApplicationDraft.Differ(form, open.Draft.Form))
            {
                return new StepSaved.ChangedElsewhere(open.Draft, form);
            }

            var changed = open.Draft.With(step, form) with { ExpiresAt = ExpiresAt, Language = Language.Code, Browser = visit.Browser };
            return await drafts.TrySaveAsync(changed, open.Version, cancellation) ? new StepSaved.Stored(changed) : null;
        });

    /// <summary>Lets a form be filled in further in another browser, and no longer where it was.</summary>
    /// <param name="token">The token of a link that was mailed.</param>
    /// <param name="browser">Key of the other browser.</param>
    public Task<DraftFound> MoveAsync(string token, string browser, CancellationToken cancellation) => Contention.WinAsync("A draft", async () =>
    {
        var found = await drafts.FindAsync(ApplicationDraft.KeyOf(token), cancellation);
        return found is not DraftFound.Open { Version: not null } open
            || await drafts.TrySaveAsync(open.Draft with { Browser = browser }, open.Version, cancellation)
                ? found
                : null;
    });

    /// <summary>Lets whoever confirms a form that was sent change it first. Links that were mailed before stop working.</summary>
    /// <param name="formId">Id of the form.</param>
    /// <param name="browser">Key of the browser to change it in.</param>
    /// <returns>The token of its address there; null when there is no form any more.</returns>
    public Task<DraftReopened> ReopenAsync(string formId, string browser, CancellationToken cancellation) => Contention.WinAsync("A draft", async () =>
    {
        if (await drafts.FindAsync(formId, cancellation) is not DraftFound.Open { Version: not null } open)
        {
            return new DraftReopened(null);
        }

        var made = await links.NewForDraftAsync(formId, open.Draft.ExpiresAt, cancellation);
        var key = ApplicationDraft.KeyOf(made.Token);
        await drafts.AddLinkAsync(key, formId, cancellation);
        return await drafts.TrySaveAsync(open.Draft with { Browser = browser, MailedKeys = [key] }, open.Version, cancellation)
            ? new DraftReopened(made.Token)
            : null;
    });

    /// <summary>Mails a link with which the form can be filled in further, on any device. The link before it stops working.</summary>
    public async Task<LinkMailed> MailLinkAsync(DraftFound.Open open, string email, CancellationToken cancellation)
    {
        if ((await mail.FindTriesAsync(open.Draft.Id, email, cancellation)).NotBefore is { } moment)
        {
            return new LinkMailed.TooOften(moment);
        }

        var (before, draft, link) = await Contention.WinAsync<(ApplicationDraft Before, ApplicationDraft Draft, Uri? Link)>("A draft", async () =>
        {
            var (seen, version) = await drafts.FindAsync(open.Draft.Id, cancellation) as DraftFound.Open ?? open;
            if (seen.LinksMailed - seen.LinksRefused >= MostLinks)
            {
                return (seen, seen, null);
            }

            var made = await links.NewForDraftAsync(seen.Id, ExpiresAt, cancellation);
            var key = ApplicationDraft.KeyOf(made.Token);
            var changed = seen with
            {
                ExpiresAt = ExpiresAt,
                Language = Language.Code,
                MailedTo = email,
                MailedKeys = [key],
                LinksMailed = seen.LinksMailed + 1,
                IsWarned = false,
            };
            await drafts.AddLinkAsync(key, changed.Id, cancellation);
            return await drafts.TrySaveAsync(changed, version, cancellation) ? (seen, changed, made.Address) : null;
        });
        if (link is null)
        {
            return new LinkMailed.TooMany();
        }

        if (await mail.SendLinkAsync(draft, email, link, cancellation) is { TakenAt: not null })
        {
            return new LinkMailed.Sent(draft, await mail.FindTriesAsync(draft.Id, email, cancellation));
        }

        await TakeBackAsync(draft, before, cancellation);
        return new LinkMailed.NoSuchAddress();
    }

    // The link reached nobody: the one before it goes on working, and so does the address to which a warning goes.
    private Task<DraftFound> TakeBackAsync(ApplicationDraft linked, ApplicationDraft before, CancellationToken cancellation) =>
        Contention.WinAsync("A draft", async () =>
        {
            var found = await drafts.FindAsync(linked.Id, cancellation);
            if (found is not DraftFound.Open open)
            {
                return found;
            }

            var counted = open.Draft with { LinksRefused = open.Draft.LinksRefused + 1 };
            var changed = open.Draft.MailedKeys.SequenceEqual(linked.MailedKeys)
                ? counted with { MailedTo = before.MailedTo, MailedKeys = before.MailedKeys }
                : counted;
            return await drafts.TrySaveAsync(changed, open.Version, cancellation) ? found : null;
        });

    /// <summary>The application is received: what was typed now stands there.</summary>
    public async Task CloseAsync(string formId, string initiativeId, CancellationToken cancellation)
    {
        await documents.MoveAsync(DocumentOwner.OfDraft(formId), DocumentOwner.OfApplication(initiativeId), cancellation);
        await Contention.WinAsync("A draft", async () =>
        {
            var found = await drafts.FindAsync(formId, cancellation);
            return found is not DraftFound.Open { Version: not null } open || await drafts.TrySaveAsync(open.Draft.Empty(DraftState.Sent), open.Version, cancellation)
                ? found
                : null;
        });
    }

    /// <summary>Warns people whose draft is about to be removed, and removes those whose time is over. May run twice.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await foreach (var open in drafts.FindExpiringAsync(policy.Terms.DraftWarning.EndsAt(now, policy.WorkingDays), cancellation))
        {
            if (open.Draft.ExpiresAt <= now)
            {
                await RemoveAsync(open, cancellation);
            }
            else if (open.Draft is { IsWarned: false, MailedTo: { } email })
            {
                await WarnAsync(open, email, cancellation);
            }
        }
    }

    /// <summary>Forgets what is left of drafts that were sent or removed. May run twice.</summary>
    /// <param name="before">Those that would have expired before this moment.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var forgotten = 0;
        await foreach (var id in drafts.FindSpentAsync(before, cancellation).Take(most).WithCancellation(cancellation))
        {
            await documents.RemoveCaseAsync(id, cancellation);
            await mail.EraseAsync(id, cancellation);
            await drafts.EraseAsync(id, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    // The draft first: whoever saves it at this very moment goes on with it, and keeps the documents.
    private async Task RemoveAsync(DraftFound.Open expired, CancellationToken cancellation)
    {
        if (await drafts.TrySaveAsync(expired.Draft.Empty(DraftState.Removed), expired.Version, cancellation))
        {
            await documents.CloseAndRemoveAsync(DocumentOwner.OfDraft(expired.Draft.Id), cancellation);
        }
    }

    // The warning carries a link of its own, since the one before may be lost. Only to an address to which a link was asked for. The draft is
    // marked last: should the process die in between, the next sweep adds another link and the mail is still sent once.
    private async Task WarnAsync(DraftFound.Open open, string email, CancellationToken cancellation)
    {
        var link = await links.NewForDraftAsync(open.Draft.Id, open.Draft.ExpiresAt, cancellation);
        var key = ApplicationDraft.KeyOf(link.Token);
        await drafts.AddLinkAsync(key, open.Draft.Id, cancellation);
        var linked = open.Draft with { MailedKeys = [.. open.Draft.MailedKeys, key] };
        if (await drafts.TrySaveAsync(linked, open.Version, cancellation))
        {
            switch (await mail.SendWarningAsync(linked, email, link.Address, cancellation))
            {
                case Posted.Sent or Posted.SentBefore:
                case Posted.Refused:
                    // An address that took a link before and takes no mail now: there is nobody else to warn.
                    break;
                case Posted.NotWanted or _:
                    throw new UnreachableException();
            }

            if (await drafts.FindAsync(linked.Id, cancellation) is DraftFound.Open warned)
            {
                await drafts.TrySaveAsync(warned.Draft with { IsWarned = true }, warned.Version, cancellation);
            }
        }
    }
}
