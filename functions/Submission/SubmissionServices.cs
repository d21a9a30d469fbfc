using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Submission.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Submission;

/// <summary>Taking in applications.</summary>
public static class SubmissionServices
{
    public static IServiceCollection AddSubmission(this IServiceCollection services) => services
        .AddSingleton<FormTable>()
        .AddSingleton<DraftTable>()
        .AddSingleton<DraftMail>()
        .AddSingleton<SavedDrafts>()
        .AddSingleton<DraftAddresses>()
        .AddSingleton<DraftBrowser>()
        .AddSingleton<UnconfirmedApplications>()
        .AddSingleton<StepViews>()
        .AddSingleton<ConfirmationMail>()
        .AddSingleton<ApplicationIntake>()
        .AddSingleton<OfficeIntake>()
        .AddSingleton<Receipts>();
}
