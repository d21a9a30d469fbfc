using Initiatiefloket.Documents;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Review;

/// <summary>Keeps answers, with their documents, until they are sent.</summary>
public sealed class AnswerDesk(AnswerDraftTable drafts, DocumentDesk documents, IStringLocalizer<ReviewTexts> texts)
{
    /// <summary>Fills the page with what was kept.</summary>
    public async Task<AnswerView> FillAsync(AnswerView view, CancellationToken cancellation)
    {
        var draft = await drafts.GetAsync(view.Initiative.Id, view.Asked.Round, cancellation);
        return view with
        {
            Form = AnswerForm.Of(view.Asked, draft),
            SavedAt = draft.SavedAt,
            Documents = await documents.ListCaseAsync(view.Initiative.Id, cancellation),
        };
    }

    /// <summary>Keeps what was typed and attached.</summary>
    public async Task<AnswersKept> KeepAsync(AnswerView view, IFormFileCollection files, CancellationToken cancellation)
    {
        var (form, asked, id) = (view.Form, view.Asked, view.Initiative.Id);
        if (form.Round != asked.Round)
        {
            return new AnswersKept.OfAnotherRound();
        }

        if (form.CheckLengths(asked) is { Any: true } tooLong)
        {
            return new AnswersKept.Refused(view with { Errors = tooLong, Documents = await documents.ListCaseAsync(id, cancellation) });
        }

        if (await drafts.SaveAsync(id, asked.Round, form.Answers, form.Version, cancellation) is not { } version)
        {
            var other = await FillAsync(view, cancellation);
            return new AnswersKept.ChangedElsewhere(other with { Form = form with { Version = other.Form.Version }, Other = other.Form });
        }

        var refused = await AttachAsync(view, files, cancellation);
        var kept = view with
        {
            Form = form with { Version = version },
            Documents = await documents.ListCaseAsync(id, cancellation),
            Errors = refused,
        };
        return refused.Any ? new AnswersKept.Refused(kept) : new AnswersKept.Now(kept);
    }

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
