using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>Gives the applicant all that is kept about the application (AVG, article 15).</summary>
[TwoLanguages]
public sealed class CaseFilePages(PersonalLinks links, CaseFiles files, CaseFileZip zip)
{
    [Function(nameof(DownloadFile))]
    public Task<IResult> DownloadFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = StatusAddress.Route + "/" + StatusAddress.File)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Status, visit => DownloadAsync(visit, cancellation), cancellation);

    private async Task<IResult> DownloadAsync(LinkVisit visit, CancellationToken cancellation)
    {
        // Gathered before the first byte is sent, so that an outage still becomes a proper page.
        var file = await files.GatherAsync(visit.Initiative, cancellation);

        // The end of each entry is written synchronously, also by the asynchronous ZipArchive.
        visit.Request.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            output => zip.WriteAsync(file, output, cancellation), "application/zip", $"{visit.Initiative.Id}.zip");
    }
}
