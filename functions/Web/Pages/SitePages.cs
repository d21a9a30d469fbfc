using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Web;

/// <summary>Pages about the site itself.</summary>
[TwoLanguages]
[NeedsNoPreparation]
public sealed class SitePages
{
    [Function(nameof(Privacy))]
    public IResult Privacy([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        Page.Show<PrivacyPage>();

    [Function(nameof(Accessibility))]
    public IResult Accessibility([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "toegankelijkheid")] HttpRequest request) =>
        Page.Show<AccessibilityPage>();

    [Function(nameof(Robots))]
    public IResult Robots([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        TypedResults.Text("User-agent: *\nDisallow: /beheer\n");

    // The Functions host tries routes in the order of the functions' names, not from specific to general (azure-functions-host:
    // FunctionMetadataManager sorts, WebJobsRouteBuilder keeps that order), so this one has to come last in the alphabet.
    // /admin and /runtime never get here.
    [Function("ZzNotFound")]
    [RequireAntiforgeryToken(required: false)]
    public IResult NotFound([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request) =>
        Page.NotFound();
}
