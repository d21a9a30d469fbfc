using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The pages of the form, in order.</summary>
public static class FormSteps
{
    // This page once stood alone; somebody may still have it open.
    private const string FormerPartners = "samen";

    public static FormStep Idea { get; } = new(
        "idee",
        "Uw idee",
        typeof(IdeaStep),
        ApplicationForm.TitleField,
        ApplicationForm.PlanField,
        ApplicationForm.NeighbourhoodField,
        ApplicationForm.ThemeField)
    {
        Parts = [FormPart.Idea],
    };

    public static FormStep WhereAndWhen { get; } = new(
        "waar-en-wanneer", "Waar, wanneer en met wie", typeof(WhereAndWhenStep), ApplicationForm.StartsOnField, ApplicationForm.EndsOnField)
    {
        Parts = [FormPart.WhereAndWhen, FormPart.Partners],
    };

    public static FormStep Costs { get; } = new(
        "kosten",
        "De kosten",
        typeof(CostsStep),
        ApplicationForm.CostsField,
        ApplicationForm.OwnMoneyField,
        ApplicationForm.OtherMoneyField,
        ApplicationForm.AskedField)
    {
        Parts = [FormPart.Costs],
    };

    /// <summary>Beside the others: the last page leads there and it leads back, since most people have nothing to send along.</summary>
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

    public static IReadOnlyList<FormStep> All { get; } = [Idea, WhereAndWhen, Costs, About, Check];

    /// <summary>The page at this address, or null.</summary>
    public static FormStep? Find(string path) => path switch
    {
        FormerPartners => WhereAndWhen,
        _ => All.Append(Documents).FirstOrDefault(step => step.Path == path),
    };

    /// <summary>The page on which a message about a field belongs.</summary>
    public static FormStep Of(string field, Policy policy) => All.First(step => step.Has(field, policy));

    /// <summary>The page on which plain questions of a part stand.</summary>
    public static FormStep Of(FormPart part) => All.First(step => step.Parts.Contains(part));

    /// <summary>The page before, or null at the first and at the one beside the others.</summary>
    public static FormStep? Before(FormStep step) => Place(step) is > 1 and var place ? All[place - 2] : null;

    /// <summary>The page after; the last one has none.</summary>
    public static FormStep After(FormStep step) => Place(step) is { } place ? All[place] : Check;

    /// <summary>Which page it is, counted from 1; null for the one beside the others.</summary>
    public static int? Place(FormStep step) => All.Index().Where(one => one.Item == step).Select(one => (int?)one.Index + 1).FirstOrDefault();
}

/// <summary>One page of the form: one subject, with an address of its own.</summary>
/// <param name="Path">Last part of its address; also names it in the draft.</param>
/// <param name="Title">Its heading, in Dutch.</param>
/// <param name="Page">The component with its fields.</param>
/// <param name="Fields">Names of its fields beside those of plain questions; a name stands for all that begin with it and a bracket.</param>
public sealed record FormStep(string Path, string Title, Type Page, params IReadOnlyList<string> Fields)
{
    /// <summary>Which plain questions it has.</summary>
    public IReadOnlyList<FormPart> Parts { get; init; } = [];

    /// <summary>The plain questions on this page.</summary>
    public IEnumerable<PlainQuestion> QuestionsIn(Policy policy) => policy.AllPlainQuestions.Where(question => Parts.Contains(question.In));

    /// <summary>Whether a message about this field belongs on this page.</summary>
    public bool Has(string field, Policy policy) => Has(field) || QuestionsIn(policy).Any(question => question.Field == field);

    /// <summary>Whether it is one of the fields that the page itself names.</summary>
    public bool Has(string field) => Fields.Any(own => field == own || field.StartsWith(own + "[", StringComparison.Ordinal));
}
