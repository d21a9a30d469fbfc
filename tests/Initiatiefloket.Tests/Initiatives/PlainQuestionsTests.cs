using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Submission;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Policies;
using Initiatiefloket.Tests.Submission;
using Initiatiefloket.Tests.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>The road of each plain question by its declaration alone: of those that the app declares, and of a municipality's own.</summary>
public sealed class PlainQuestionsTests
{
    private static readonly Policy Policy = OwnQuestions.Policy;

    // Answers with which every question is asked.
    private static readonly ApplicationForm AllAsked = (Forms.Complete with { Theme = "kunst-en-cultuur" }).With(OwnQuestions.Question("vergunning"), "yes");

    public static TheoryData<string> All { get; } = [.. Policy.AllPlainQuestions.Select(question => question.Id)];

    [Fact]
    public void Names_OfQuestions_AreUsedOnce()
    {
        Assert.Distinct(Policy.AllPlainQuestions.Select(question => question.Id));
        Assert.Distinct(Policy.AllPlainQuestions.Select(question => question.Field).Concat(FormSteps.All.SelectMany(step => step.Fields)));
        Assert.Distinct(PlainQuestions.Declared.Select(question => question.Part));
        Assert.DoesNotContain(PlainQuestions.Declared, question => question.IsOwn);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answered_IsReadBackWhereverTheApplicationIsShown(string id)
    {
        var (question, typed) = (Find(id), Forms.AnswerTo(Find(id)));
        var posted = new FormCollection(new() { [question.Field] = $" {typed} ", [ApplicationForm.ConsentField] = "true" });

        var form = Kept(AllAsked.With(question, "").Fill(posted, Policy.AllPlainQuestions));
        var application = Kept(Read(form));

        Assert.Equal(typed, form.Answers.To(question));
        Assert.Contains(typed, await ShownOnAsync<PlainFields>(question, form), StringComparison.Ordinal);
        var text = Assert.Single(application.PlainAnswers, answer => answer.Question.Id == id).Text!.Dutch;
        Assert.Equal(question.Read(typed)!.Dutch, text);
        Assert.Contains(text, await TextOfAsync<CheckAnswers>(new { View = ViewOf(question, form), Policy }), StringComparison.Ordinal);
        var summary = await TextOfAsync<ApplicationSummary>(new { Application = application });
        Assert.Contains(question.Name.Dutch, summary, StringComparison.Ordinal);
        Assert.Contains(text, summary, StringComparison.Ordinal);
        Assert.Contains(text, new ApplicationPart(question.Part).In(application, Policy)!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Part_OfAQuestion_CanBeAskedAbout(string id)
    {
        var part = new ApplicationPart(Find(id).Part);
        var application = Read(AllAsked);

        Assert.Equal(part, ApplicationParts.Read(part.Id));
        Assert.Single(ApplicationParts.Choices(application, AppTexts.Localizer), choice => choice.Value == part.Id && choice.Label.Length > 0);
        Assert.Equal("De hele aanvraag", new ApplicationPart("own.weg").InWords(application, AppTexts.Localizer));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task LeftOpen_IsAGapWhenTheReviewerNeedsIt(string id)
    {
        var question = Find(id);
        var form = AllAsked.With(question, "");
        var gap = Gap.Of(question);

        Assert.Equal(gap is not null, form.GapsBy(Policy).Contains(gap));
        Assert.Equal(gap is not null, Read(form).Gaps.Contains(gap));
        Assert.Equal(gap is not null, (await TextOfAsync<ApplicationSummary>(new { Application = Read(form) })).Contains(question.Name.Dutch, StringComparison.Ordinal));
        var view = ViewOf(question, form) with { Gaps = form.GapsBy(Policy) };
        Assert.Contains(gap?.Words.ForApplicant.Dutch ?? question.NameToCheck.Dutch, await TextOfAsync<CheckAnswers>(new { View = view, Policy }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WrongAnswer_IsToldOnItsPage(string id)
    {
        var question = Find(id);
        var checks = NewChecks();

        var wrong = question.Kind is AnswerKind.Line or AnswerKind.Text ? new string('x', question.Longest + 1) : "-1";
        var error = Assert.Single(checks.Check(FormSteps.Of(question.In), AllAsked.With(question, wrong)));

        Assert.Equal(question.Field, error.Field);
        Assert.Equal(FormSteps.Of(question.In), FormSteps.Of(error.Field, Policy));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Question_InEnglish_IsAskedInEnglish(string id)
    {
        var question = Find(id);
        Language.Speak(Language.English);

        var label = question.Label.In(AppTexts.Localizer);

        Assert.Equal(question.IsOwn && question.Label.English is null, label == question.Label.Dutch);
        Assert.Contains(label, await ShownOnAsync<PlainFields>(question, AllAsked), StringComparison.Ordinal);
    }

    [Fact]
    public void Question_OfWhichTheConditionFails_IsNeitherCheckedNorKept()
    {
        var form = AllAsked.With(OwnQuestions.Question("vergunning"), "no").With(OwnQuestions.Question("welke-vergunning"), new string('x', 100));

        var application = Read(form with { Theme = "rondkomen" });

        Assert.Equal(["vergunning", "vrijwilligers", "na-afloop"], application.OwnAnswers.Select(own => own.Id));
        Assert.DoesNotContain(application.Gaps, gap => gap.Part.Id == "own.welke-vergunning");
    }

    [Fact]
    public async Task Question_ThatDependsOnAnEarlierPage_StandsOnThePageOnlyWhenItIsAsked()
    {
        var art = OwnQuestions.Question("kunstvorm");
        var permit = OwnQuestions.Question("welke-vergunning");

        Assert.Contains(art.Label.Dutch, await ShownOnAsync<PlainFields>(art, AllAsked), StringComparison.Ordinal);
        Assert.DoesNotContain(art.Label.Dutch, await ShownOnAsync<PlainFields>(art, AllAsked with { Theme = "rondkomen" }), StringComparison.Ordinal);
        Assert.Contains(permit.Label.Dutch, await ShownOnAsync<PlainFields>(permit, AllAsked with { Answers = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfBeforeAnswersWereData_AreRead()
    {
        var draft = JsonSerializer.Deserialize<ApplicationForm>("""{ "formId": "f", "title": "Feest", "place": "Plein", "participants": "40", "forWhom": "" }""", StoredJson.Options)!;
        var application = JsonSerializer.Deserialize<Application>(
            """{ "title": "Feest", "plan": "Eten", "neighbourhoodId": "de-thij", "themeId": "rondkomen", "costs": [], "asked": 100, "place": "Plein", "participants": 4000 }""",
            StoredJson.Options)!;

        Assert.Equal(("Feest", "Plein", "40", ""), (draft.Title, draft.Answers.To(PlainQuestions.Place), draft.Answers.To(PlainQuestions.Participants), draft.Answers.To(PlainQuestions.ForWhom)));
        Assert.Equal(["Plein", "4.000"], application.PlainAnswers.Select(answer => answer.Text?.Dutch).OfType<string>());
        Assert.Contains("\"participants\":4000", JsonSerializer.Serialize(application, StoredJson.Options), StringComparison.Ordinal);
    }

    private static PlainQuestion Find(string id) => Policy.AllPlainQuestions.Single(question => question.Id == id);

    private static ApplicationChecks NewChecks() => new(Policy, new DateOnly(2026, 3, 2), AppTexts.Localizer);

    private static Application Read(ApplicationForm form)
    {
        var checks = NewChecks();
        var input = checks.Read(form);
        Assert.Empty(checks.Errors);
        return input!.Application;
    }

    // As it comes out of a row.
    private static T Kept<T>(T one) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(one, StoredJson.Options), StoredJson.Options)!;

    private static StepView ViewOf(PlainQuestion question, ApplicationForm form) =>
        new("token", FormSteps.Of(question.In), new ApplicationDraft { Id = "draft", Form = form });

    private static async Task<string> ShownOnAsync<TComponent>(PlainQuestion question, ApplicationForm form)
        where TComponent : IComponent =>
        (await Rendered.Of<TComponent>(new { View = ViewOf(question, form), Policy })).Body!.InnerHtml;

    private static async Task<string> TextOfAsync<TComponent>(object parameters)
        where TComponent : IComponent =>
        (await Rendered.Of<TComponent>(parameters, add: services => services.AddSingleton(Policy))).Body!.TextContent;
}
