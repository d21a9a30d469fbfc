using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>Which plain questions a form asks, by what was filled in so far.</summary>
public static class AskedQuestions
{
    extension(ApplicationForm form)
    {
        /// <summary>The plain questions to which this form should have an answer.</summary>
        public IEnumerable<PlainQuestion> AskedBy(Policy policy) => policy.AllPlainQuestions.Where(question => form.Asks(question, policy));

        /// <summary>What is still open that the reviewer will ask for.</summary>
        public IReadOnlyList<Gap> GapsBy(Policy policy) => Gap.Of(
            form.AskedBy(policy).Where(question => form.Answers.To(question).Length == 0).Select(Gap.Of).OfType<Gap>(),
            !form.StartsOn.IsEmpty,
            !form.Costs.All(line => line.IsEmpty));

        /// <summary>Adds a message for each answer on a page that cannot be taken: whatever may stay open must be right when it is filled in.</summary>
        public void CheckPlain(FormPart part, Policy policy, FormErrors errors, IStringLocalizer<Texts> texts)
        {
            foreach (var question in form.AskedBy(policy).Where(question => question.In == part))
            {
                var typed = form.Answers.To(question);
                switch (question.Kind)
                {
                    case AnswerKind.Line or AnswerKind.Text:
                        errors.AtMost(question.Field, typed, question.Longest);
                        break;
                    case AnswerKind.Number when typed.Length > 0 && question.NumberIn(typed) is null:
                        errors.Add(question.Field, question.NumberMessage.In(texts));
                        break;
                    case AnswerKind.Choice when typed.Length > 0 && question.Options.All(option => option.Id != typed):
                        errors.Add(question.Field, texts["Kies een van de antwoorden."]);
                        break;
                    case AnswerKind.Number or AnswerKind.Choice:
                        break;
                    default:
                        throw new UnreachableException();
                }
            }
        }

        /// <summary>The answers to declared questions, as an application has them.</summary>
        public Answers DeclaredAnswersBy(Policy policy) => form.AskedBy(policy).Where(question => !question.IsOwn)
            .Aggregate(new Answers(), (answers, question) => answers.WithChecked(question, form.Answers.To(question)));

        /// <summary>The answers to the municipality's own questions, as an application has them.</summary>
        public IReadOnlyList<OwnAnswer> OwnAnswersBy(Policy policy) =>
            [.. form.AskedBy(policy).Where(question => question.IsOwn).Select(question => OwnAnswer.Of(question, form.Answers.To(question)))];

        /// <summary>Whether the question stands on its page: also when what decides that is answered on the same page.</summary>
        public bool Shows(PlainQuestion question, Policy policy) =>
            form.Asks(question, policy) || (question.When is { } condition && FormSteps.Of(PartOf(condition, policy)) == FormSteps.Of(question.In));

        private bool Asks(PlainQuestion question, Policy policy) => question.When switch
        {
            null => true,
            { Question: AskedWhen.Theme } condition => form.Theme == condition.Answer,
            var condition => policy.FormQuestions.FirstOrDefault(other => other.Id == condition.Question) is { } deciding
                && form.Asks(deciding, policy) && form.Answers.To(deciding) == condition.Answer,
        };
    }

    private static FormPart PartOf(AskedWhen condition, Policy policy) =>
        policy.FormQuestions.FirstOrDefault(question => question.Id == condition.Question)?.In ?? FormPart.Idea;
}
