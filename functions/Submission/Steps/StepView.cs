using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission.Steps;

/// <summary>What a page of the form shows.</summary>
/// <param name="Token">The token in its address.</param>
/// <param name="Step">Which page.</param>
/// <param name="Draft">What was typed so far.</param>
public sealed record StepView(string Token, FormStep Step, ApplicationDraft Draft)
{
    /// <summary>Part of an address that says that the visitor came to change something on the check page.</summary>
    public const string FromCheck = "wijzig";

    /// <summary>Part of the address of the page with documents that names those that were attached just now.</summary>
    public const string AddedKey = "toegevoegd";

    public ApplicationForm Form => Draft.Form;

    public FormErrors Errors { get; init; } = new();

    /// <summary>The form as it was saved elsewhere after this page was opened; null when it was not.</summary>
    public ApplicationForm? Theirs { get; init; }

    /// <summary>What still has to be filled in or put right before the form can be sent.</summary>
    public IReadOnlyList<FormError> Missing { get; init; } = [];

    /// <summary>What may be left open, but will be asked for.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What probably leads to a refusal, and may be sent all the same.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>The day in town.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Those of them that belong on this page: on the last one all.</summary>
    public IReadOnlyList<Concern> ConcernsHere =>
        Step == FormSteps.Check ? Concerns : [.. Concerns.Where(concern => ConcernWords.PageOf(concern) == Step)];

    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Ids of the documents that were attached just now.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    public IReadOnlyList<PublicInitiative> Similar { get; init; } = [];

    public string AddressOf(FormStep step) => $"/{ApplicationPages.Route}/{Token}/{step.Path}";

    /// <summary>Address under which documents are attached, opened and removed.</summary>
    public string FilesAddress => $"/{ApplicationPages.Route}/{Token}/bestanden";

    /// <summary>Where the visitor goes after this page was saved with a button.</summary>
    public string AddressAfter(string action, HttpRequest request) => action switch
    {
        StepPages.Back when FormSteps.Before(Step) is { } before => AddressOf(before),
        StepPages.Later => $"/{DraftPages.LaterRoute}/{Token}",
        StepPages.AddLine => $"{AddressOf(Step)}#{FieldId.Of(ApplicationForm.DescriptionField(Form.Costs.Count - 1))}",
        AttachmentPages.Add => Added.Count == 0 ? AddressOf(Step) : $"{AddressOf(Step)}?{AddedKey}={string.Join(',', Added)}",
        _ => AddressOf(request.Query.ContainsKey(FromCheck) ? FormSteps.Check : FormSteps.After(Step)),
    };

    /// <summary>Address of a page from which the visitor comes back to the check page.</summary>
    public string ChangeAddressOf(FormStep step) => $"{AddressOf(step)}?{FromCheck}=1";
}

/// <summary>Gathers what the pages of the form show.</summary>
public sealed class StepViews(
    DocumentLibrary documents, PublicInitiatives initiatives, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Checks by the rules and the day of now.</summary>
    public ApplicationChecks NewChecks() => new(policy, LocalTime.DayOf(clock.GetUtcNow()), texts);

    /// <summary>The form with what was typed on one of its pages.</summary>
    public ApplicationForm Fill(ApplicationForm form, IFormCollection posted) => form.Fill(posted, policy.AllPlainQuestions);

    /// <summary>How far a page is: saved, and with nothing to put right.</summary>
    public StepProgress ProgressOf(FormStep step, ApplicationDraft draft) => draft.VersionOf(step) == 0 ? StepProgress.NotSeen
        : NewChecks().Check(step, draft.Form).Any ? StepProgress.NotReady
        : StepProgress.Saved;

    /// <summary>What a page warns of that whoever pressed the button there has not read yet.</summary>
    /// <param name="view">The page with what was typed.</param>
    /// <param name="read">The warnings that it showed, as <see cref="StepPages.ReadField"/> has them.</param>
    public bool HasNews(StepView view, string read)
    {
        var now = view with { Concerns = ConcernWords.In(view.Form, policy, LocalTime.DayOf(clock.GetUtcNow())) };
        return now.ConcernsHere.Any(concern => !read.Split(' ').Contains(concern.ToString()));
    }

    /// <summary>Shows a page.</summary>
    public async Task<IResult> ShowAsync(StepView view, CancellationToken cancellation)
    {
        var form = view.Draft.Form;
        var isCheck = view.Step == FormSteps.Check;
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var whole = view with
        {
            Concerns = ConcernWords.In(form, policy, today),
            Today = today,
            Missing = isCheck ? MissingIn(form) : [],
            Gaps = isCheck ? form.GapsBy(policy) : [],
            Documents = isCheck || view.Step == FormSteps.Documents
                ? await documents.ListAsync(DocumentOwner.OfDraft(view.Draft.Id), cancellation)
                : [],
            Similar = view.Step == FormSteps.WhereAndWhen && policy.HasTheme(form.Theme)
                ? await initiatives.FindSimilarAsync(form.Neighbourhood, form.Theme, cancellation)
                : [],
        };
        var status = view.Theirs is not null ? StatusCodes.Status409Conflict
            : view.Errors.Any ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK;
        return Page.Show<StepPage>(new { View = whole, Policy = policy }, status);
    }

    /// <summary>Shows the page with the e-mail address, to which mail is refused.</summary>
    public Task<IResult> ShowNoSuchAddressAsync(StepView about, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        errors.AddNoSuchAddress(ApplicationForm.EmailField, texts);
        return ShowAsync(about with { Errors = errors }, cancellation);
    }

    private FormErrors MissingIn(ApplicationForm form)
    {
        var checks = NewChecks();
        checks.Read(form);
        return checks.Errors.At(field => !FormSteps.Check.Has(field));
    }
}

/// <summary>How far somebody is with a page of the form.</summary>
public enum StepProgress
{
    /// <summary>Nothing was saved there.</summary>
    NotSeen,

    /// <summary>Something must still be filled in or put right.</summary>
    NotReady,

    /// <summary>Saved, and nothing is wrong.</summary>
    Saved,
}

/// <summary>What the fields of every page of the form are made from.</summary>
public abstract class StepFields : ComponentBase
{
    [Parameter, EditorRequired]
    public StepView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = default!;

    protected ApplicationForm Form => View.Form;
}
