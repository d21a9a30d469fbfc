using Initiatiefloket.Review.Advising;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Review;

/// <summary>The professional's side.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<HandOverDesk>()
        .AddSingleton<ReviewPost>()
        .AddSingleton<ReviewActivities>()
        .AddSingleton<CaseTalkTable>()
        .AddSingleton<AdviceDesk>()
        .AddSingleton<ReviewViews>()
        .AddSingleton<ReviewContexts>()
        .AddSingleton<EarlierInitiatives>()
        .AddSingleton<ReviewDraftTable>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<VerdictDesk>()
        .AddSingleton<AnswerDraftTable>()
        .AddSingleton<KeptForms>()
        .AddSingleton<AnswerDesk>()
        .AddSingleton<ReviewQuestionMails>();
}
