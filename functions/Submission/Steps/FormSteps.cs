using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The pages of the form, in order.</summary>
public static class FormSteps
{
    public static FormStep Idea { get; } = new(
        "idee", "Uw idee", typeof(IdeaStep), ApplicationForm.TitleField, ApplicationForm.PlanField, ApplicationForm.ThemeField)
    {
        Part = FormPart.Idea,
    };

    public static FormStep WhereAndWhen { get; } = new(
        "waar-en-wanneer",
        "Waar, wanneer en voor wie",
        typeof(WhereAndWhenStep),
        ApplicationForm.NeighbourhoodField,
        ApplicationForm.StartsOnField,
        ApplicationForm.EndsOnField)
    {
        Part = FormPart.WhereAndWhen,
    };

    public static FormStep Partners { get; } = new("samen", "Met wie u samenwerkt", typeof(PartnersStep)) { Part = FormPart.Partners };

    public static FormStep Costs { get; } = new(
        "kosten",
        "De kosten",
        typeof(CostsStep),
        ApplicationForm.CostsField,
        ApplicationForm.OwnMoneyField,
        ApplicationForm.OtherMoneyField,
        ApplicationForm.AskedField)
    {
        Part = FormPart.Costs,
    };

    public static FormStep Documents { get; } = new("documenten", "Documenten", typeof(DocumentsStep), DocumentsStep.FileField);

    public static FormStep About { get; } = new(
        "over-u",
        "Over u",
        typeof(AboutStep),
        ApplicationForm.KindField,
        ApplicationForm.OrganisationField,
        ApplicationForm.NameField,
        ApplicationForm.StreetField,
        ApplicationForm.PostCodeField,
        ApplicationForm.TownField,
        ApplicationForm.CountryField,
        ApplicationForm.OtherCountryField,
        ApplicationForm.EmailField,
        ApplicationForm.PhoneField);

    public static FormStep Check { get; } = new("controleren", "Controleer en verstuur", typeof(CheckStep), ApplicationForm.ConsentField, "");

    public static IReadOnlyList<FormStep> All { get; } = [Idea, WhereAndWhen, Partners, Costs, Documents, About, Check];

    /// <summary>The page at this address, or null.</summary>
    public static FormStep? Find(string path) => All.FirstOrDefault(step => step.Path == path);

    /// <summary>The page on which a message about a field belongs.</summary>
    public static FormStep Of(string field, Policy policy) => All.First(step => step.Has(field, policy));

    /// <summary>The page on which plain questions of a part stand.</summary>
    public static FormStep Of(FormPart part) => All.First(step => step.Part == part);

    /// <summary>The page before, or null at the first.</summary>
    public static FormStep? Before(FormStep step) => step == All[0] ? null : All[Place(step) - 2];

    /// <summary>The page after; the last one has none.</summary>
    public static FormStep After(FormStep step) => All[Place(step)];

    /// <summary>Which page it is, counted from 1.</summary>
    public static int Place(FormStep step) => All.Index().First(one => one.Item == step).Index + 1;
}

/// <summary>One page of the form: one subject, with an address of its own.</summary>
/// <param name="Path">Last part of its address; also names it in the draft.</param>
/// <param name="Title">Its heading, in Dutch.</param>
/// <param name="Page">The component with its fields.</param>
/// <param name="Fields">Names of its fields beside those of plain questions; a name stands for all that begin with it and a bracket.</param>
public sealed record FormStep(string Path, string Title, Type Page, params IReadOnlyList<string> Fields)
{
    /// <summary>Which plain questions it has; null for none.</summary>
    public FormPart? Part { get; init; }

    /// <summary>The plain questions on this page.</summary>
    public IEnumerable<PlainQuestion> QuestionsIn(Policy policy) => policy.AllPlainQuestions.Where(question => question.In == Part);

    /// <summary>Whether a message about this field belongs on this page.</summary>
    public bool Has(string field, Policy policy) => Has(field) || QuestionsIn(policy).Any(question => question.Field == field);

    /// <summary>Whether it is one of the fields that the page itself names.</summary>
    public bool Has(string field) => Fields.Any(own => field == own || field.StartsWith(own + "[", StringComparison.Ordinal));
}
