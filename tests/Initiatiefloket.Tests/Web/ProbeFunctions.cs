using System.Globalization;
using Azure;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Tests.Web;

/// <summary>The functions of the test's own app: one for each thing that the middlewares do.</summary>
public sealed class ProbeFunctions(SiteAssets assets)
{
    private const int Megabyte = 1024 * 1024;

    [Function(nameof(ShowForm))]
    public IResult ShowForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "form")] HttpRequest request) =>
        Page.Show<PostForm>(new { Action = request.Path.Value });

    [Function(nameof(SendForm))]
    public async Task<IResult> SendForm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "form")] HttpRequest request) =>
        TypedResults.Text((await request.ReadFormAsync())["title"].ToString());

    [Function(nameof(SendFiles))]
    [RequestSizeLimit(3 * Megabyte)]
    public IResult SendFiles([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "files")] HttpRequest request) =>
        TypedResults.Text(request.Form.Files.Count.ToString(CultureInfo.InvariantCulture));

    [Function(nameof(Hook))]
    [RequireAntiforgeryToken(required: false)]
    public IResult Hook([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hook")] HttpRequest request) =>
        Page.SeeOther("/hook/done");

    [Function(nameof(ShowSender))]
    [RequireAntiforgeryToken(required: false)]
    public async Task<IResult> ShowSender([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "sender")] HttpRequest request) =>
        TypedResults.Text($"{Sender.Of(request.HttpContext)} {(request.HasFormContentType ? (await request.ReadFormAsync())["title"].ToString() : "")}");

    [Function(nameof(Broken))]
    public IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
        throw new InvalidOperationException("secret detail");

    [Function(nameof(BrokenPage))]
    public IResult BrokenPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken-page")] HttpRequest request) =>
        Page.Show<ThrowingComponent>();

    [Function(nameof(Outage))]
    public IResult Outage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "outage")] HttpRequest request) =>
        throw new RequestFailedException(0, "Connection refused");

    [Function(nameof(Amount))]
    public IResult Amount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "amount")] HttpRequest request) =>
        TypedResults.Text($"{1234.5m:N2}");

    [Function(nameof(Letter))]
    public IResult Letter([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "letter")] HttpRequest request) =>
        Page.Letter("<!DOCTYPE html><title>Besluit</title>");

    [Function(nameof(Asset))]
    public IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{hash}/{name}")] HttpRequest request, string hash, string name) =>
        new AssetFunctions(assets).Asset(request, hash, name);

    [Function("ZzNotFound")]
    [RequireAntiforgeryToken(required: false)]
    public IResult NotFound([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "{*path}")] HttpRequest request) =>
        new SitePages().NotFound(request);

    private sealed class ThrowingComponent : ComponentBase
    {
        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("secret detail");
        }
    }
}
