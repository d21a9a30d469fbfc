using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Confirming;
using Initiatiefloket.Contact;
using Initiatiefloket.Council;
using Initiatiefloket.Desk;
using Initiatiefloket.Documents;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Status;
using Initiatiefloket.Submission;
using Initiatiefloket.Support;
using Initiatiefloket.Web;
using Initiatiefloket.Workflow;
using Initiatiefloket.Worklist;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Initiatiefloket;

/// <summary>The app, put together: what <c>Program.cs</c> runs and what tests run with another clock.</summary>
public static class Loket
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        Language.SpeakDutchByDefault();
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseWeb();
        builder.UseLinks();
        builder.UsePlatform();
        builder.Services
            .AddPlatform(builder.Configuration)
            .AddPolicy(builder.Configuration)
            .AddWeb()
            .AddChangeFeed()
            .AddInitiatives()
            .AddBudget()
            .AddLinks()
            .AddMail(builder.Configuration)
            .AddDocuments(builder.Configuration)
            .AddFlow()
            .AddConfirming()
            .AddAssignment()
            .AddFunding()
            .AddMoreTime()
            .AddEndings()
            .AddSupport()
            .AddContact()
            .AddSubmission()
            .AddReview()
            .AddCouncil()
            .AddDesk()
            .AddStatus()
            .AddWorklist()
            .AddReviewers()
            .AddWorkflow();
        return builder;
    }
}
