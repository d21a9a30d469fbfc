using Initiatiefloket.Awards;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Status;

/// <summary>The applicant's own page: where the application stands, what happens next and by when, and the letters.</summary>
public sealed class StatusPages(PersonalLinks links, InitiativeTable initiatives, LetterStore letters, Policy policy, TimeProvider clock)
{
    [Function(nameof(ShowStatus))]
    public Task<IResult> ShowStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Status + "/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            (_, initiative) => ShowAsync(initiative, token, cancellation),
            cancellation);

    [Function(nameof(ShowLetter))]
    public Task<IResult> ShowLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LinkPaths.Status + "/{token}/brief")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Status,
            async (_, initiative) => initiative.Letters is [.., { AnnouncedOn: not null } letter]
                ? Page.Letter(await letters.ReadAsync(letter.BlobName, cancellation))
                : Page.NotFound(),
            cancellation);

    private async Task<IResult> ShowAsync(Initiative initiative, string token, CancellationToken cancellation)
    {
        var application = await initiatives.GetApplicationAsync(initiative.Id, cancellation);
        var story = StatusStory.Of(initiative, policy, clock.GetUtcNow());
        return Page.Show<StatusPage>(
            new { Initiative = initiative, Application = application, Policy = policy, Story = story, Token = token });
    }
}
