using Initiatiefloket.Documents;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Keeps answers, with their documents, until they are sent, and sends them.</summary>
public sealed class Answering(
    KeptForms kept, InitiativeTable initiatives, DocumentLibrary documents, WorkflowSignals signals, TimeProvider clock)
{
    /// <summary>The form with what was kept.</summary>
    public async Task<AnswerForm> FillAsync(Initiative initiative, CancellationToken cancellation)
    {
        var found = await kept.Answers.GetAsync(KeptFormKey.OfAnswers(initiative.Id, initiative.Round), cancellation);
        return new AnswerForm(initiative.Round, found.Version, found.Form ?? new Dictionary<string, string>()) { SavedAt = found.SavedAt };
    }

    /// <summary>Keeps what was typed and attached; the visit gets the errors.</summary>
    public async Task<AnswersKept> KeepAsync(LinkVisit<AnswerForm> visit, IFormFileCollection files, CancellationToken cancellation)
    {
        var (form, id) = (visit.Form, visit.Initiative.Id);
        if (form.Round != visit.Initiative.Round)
        {
            return new AnswersKept.NotAwaited();
        }

        form.CheckLengths(AnswerForm.AskedIn(visit.Initiative), visit.Errors);
        if (visit.Errors.Any)
        {
            return new AnswersKept.Refused(form);
        }

        var version = await kept.Answers.SaveAsync(KeptFormKey.OfAnswers(id, form.Round), form.Answers, form.Version, cancellation);

        // Looked up afterwards: when the answers are sent or the case is closed in between, either this sees it, or what forgets them then sees the row.
        if (!(await initiatives.GetAsync(id, cancellation)).AcceptsAnswers(form.Round))
        {
            await ForgetAsync(id, form.Round, cancellation);
            return new AnswersKept.NotAwaited();
        }

        if (version is null)
        {
            var other = await FillAsync(visit.Initiative, cancellation);
            return new AnswersKept.ChangedElsewhere(form with { Version = other.Version, SavedAt = other.SavedAt }, other);
        }

        await AttachAsync(visit, files, cancellation);
        var now = form with { Version = version };
        return visit.Errors.Any ? new AnswersKept.Refused(now) : new AnswersKept.Now(now);
    }

    /// <summary>Sends answers that are complete, wakes the workflow, and forgets what was kept.</summary>
    public async Task SendAsync(DurableTaskClient client, LinkVisit<AnswerForm> visit, CancellationToken cancellation)
    {
        var (form, id, now) = (visit.Form, visit.Initiative.Id, clock.GetUtcNow());
        var answered = new InitiativeEvent($"answer-{form.Round}", InitiativeEventKind.QuestionAnswered, now, visit.Person);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(id, WorkflowEvents.QuestionAnswered(form.Round), visit.Person),
            () => initiatives.ChangeAsync(id, answered, current => current.Answer(form.Round, form.Answers, now), cancellation),
            cancellation);
        await ForgetAsync(id, form.Round, cancellation);
    }

    private Task ForgetAsync(string initiativeId, int round, CancellationToken cancellation) =>
        kept.Answers.RemoveAsync(KeptFormKey.OfAnswers(initiativeId, round), cancellation);

    private async Task AttachAsync(LinkVisit<AnswerForm> visit, IFormFileCollection files, CancellationToken cancellation)
    {
        var sent = AnswerForm.AskedIn(visit.Initiative).Questions
            .SelectMany(question => files.GetFiles(AnswerForm.FilesOf(question)).Select(file => new SentFile(question.OwnerIn(visit.Initiative.Id), file)));
        foreach (var refused in await documents.AddAllAsync(visit.Request, [.. sent], cancellation))
        {
            visit.Errors.Add(refused.Field, refused.Message);
        }
    }
}

/// <summary>What came of keeping answers.</summary>
public abstract record AnswersKept
{
    private AnswersKept()
    {
    }

    /// <summary>They are kept.</summary>
    /// <param name="Form">The form when it is shown again.</param>
    public sealed record Now(AnswerForm Form) : AnswersKept;

    /// <summary>A text is too long, or a document is not taken; texts that are right were kept.</summary>
    /// <param name="Form">The form when it is shown again.</param>
    public sealed record Refused(AnswerForm Form) : AnswersKept;

    /// <summary>Others were kept since the page was opened, on another device or in another tab; nothing changed.</summary>
    /// <param name="Form">The form when it is shown again; what is kept next replaces the others.</param>
    /// <param name="Other">The others.</param>
    public sealed record ChangedElsewhere(AnswerForm Form, AnswerForm Other) : AnswersKept;

    /// <summary>The page is about questions of an earlier round, or of one that was answered or ended in the meantime; nothing changed.</summary>
    public sealed record NotAwaited : AnswersKept;
}
