using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>Keeps answers, with their documents, until they are sent.</summary>
public sealed class Answers(KeptForms kept, InitiativeTable initiatives, DocumentDesk documents, IStringLocalizer<Texts> texts)
{
    /// <summary>Fills the page with what was kept.</summary>
    public async Task<AnswerView> FillAsync(AnswerView view, CancellationToken cancellation)
    {
        var found = await kept.Answers.GetAsync(KeptFormKey.OfAnswers(view.Initiative.Id, view.Asked.Round), cancellation);
        return view with
        {
            Form = AnswerForm.Of(view.Asked, found),
            SavedAt = found.SavedAt,
            Documents = await documents.ListCaseAsync(view.Initiative.Id, cancellation),
        };
    }

    /// <summary>Keeps what was typed and attached.</summary>
    public async Task<AnswersKept> KeepAsync(AnswerView view, IFormFileCollection files, CancellationToken cancellation)
    {
        var (form, asked, id) = (view.Form, view.Asked, view.Initiative.Id);
        if (form.Round != asked.Round)
        {
            return new AnswersKept.NotAwaited();
        }

        if (form.CheckLengths(asked) is { Any: true } tooLong)
        {
            return new AnswersKept.Refused(view with { Errors = tooLong, Documents = await documents.ListCaseAsync(id, cancellation) });
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
            var other = await FillAsync(view, cancellation);
            return new AnswersKept.ChangedElsewhere(other with { Form = form with { Version = other.Form.Version }, Other = other.Form });
        }

        var refused = await AttachAsync(view, files, cancellation);
        var now = view with
        {
            Form = form with { Version = version },
            Documents = await documents.ListCaseAsync(id, cancellation),
            Errors = refused,
        };
        return refused.Any ? new AnswersKept.Refused(now) : new AnswersKept.Now(now);
    }

    /// <summary>Forgets what was kept, because it was sent. May be repeated.</summary>
    public Task ForgetAsync(string initiativeId, int round, CancellationToken cancellation) =>
        kept.Answers.RemoveAsync(KeptFormKey.OfAnswers(initiativeId, round), cancellation);

    /// <summary>The questions that have no answer yet, in words or as a document.</summary>
    public FormErrors FindGaps(AnswerView view) => view.Form.CheckComplete(view.Asked, view.Documents, texts);

    private async Task<FormErrors> AttachAsync(AnswerView view, IFormFileCollection files, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        foreach (var question in view.Asked.Questions)
        {
            var field = AnswerForm.FilesOf(question);
            foreach (var file in files.GetFiles(field))
            {
                if (await documents.AddAsync(question.OwnerIn(view.Initiative.Id), file, cancellation) is DocumentAdded.Refused refused)
                {
                    errors.Add(field, $"{refused.FileName}: {refused.Message}");
                }
            }
        }

        return errors;
    }
}

/// <summary>What came of keeping answers.</summary>
public abstract record AnswersKept
{
    private AnswersKept()
    {
    }

    /// <summary>They are kept.</summary>
    /// <param name="View">What the page shows when it is shown again.</param>
    public sealed record Now(AnswerView View) : AnswersKept;

    /// <summary>A text is too long, or a document is not taken; texts that are right were kept.</summary>
    /// <param name="View">What the page shows.</param>
    public sealed record Refused(AnswerView View) : AnswersKept;

    /// <summary>Others were kept since the page was opened, on another device or in another tab; nothing changed.</summary>
    /// <param name="View">The page with both texts; what is kept next replaces them.</param>
    public sealed record ChangedElsewhere(AnswerView View) : AnswersKept;

    /// <summary>The page is about questions of an earlier round, or of one that was answered or ended in the meantime; nothing changed.</summary>
    public sealed record NotAwaited : AnswersKept;
}
