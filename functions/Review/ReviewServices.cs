using Initiatiefloket.Platform;
using Initiatiefloket.Review.Advising;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Review;

/// <summary>The professional's side.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ReviewPost>()
        .AddSingleton<ReviewActivities>()
        .AddSingleton<CaseTalkTable>()
        .AddCaseStore<CaseTalkTable>()
        .AddSingleton<Consultations>()
        .AddSingleton<ReviewViews>()
        .AddSingleton<DecisionPreviews>()
        .AddSingleton<OtherInitiatives>()
        .AddSingleton<Verdicts>()
        .AddSingleton<KeptForms>()
        .AddCaseStore<KeptForms>()
        .AddSingleton<Answering>()
        .AddSingleton<ReviewQuestionMails>();
}
