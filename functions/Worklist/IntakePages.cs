using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Worklist;

/// <summary>The page on which the coordinator enters an application that came on paper, by telephone or at the desk.</summary>
public sealed class IntakePages(PersonalLinks links, OverviewGate gate, OfficeIntake intake, LinkMaker maker, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const string Route = LinkPaths.Overview + "/{token}/" + WorklistPaths.Intake;

    private LinkPage<IntakeForm> ThisPage => new(links, LinkPurpose.Overview)
    {
        InPlace = visit => visit.Person == Actor.Coordinator ? gate.InPlace(visit) : Page.NotFound(),
        Read = (_, posted) => IntakeForm.Read(posted, policy),
        Show = (visit, _) => Task.FromResult(Page.Show<IntakePage>(new { visit.Form, visit.Errors, visit.Address }, visit.Errors)),
    };

    [Function(nameof(ShowIntake))]
    public Task<IResult> ShowIntake(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, IntakeForm.New(), cancellation);

    /// <summary>Takes it in and goes to its page.</summary>
    [Function(nameof(TakeIn))]
    public Task<IResult> TakeIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => TakeInAsync(client, visit, cancellation), cancellation);

    private async Task<IResult> TakeInAsync(DurableTaskClient client, LinkVisit<IntakeForm> visit, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        if (visit.Form.Check(new ApplicationChecks(policy, today, texts) { ByOffice = true }, today, visit.Errors) is not var (input, receivedOn, channel))
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var id = await intake.TakeInAsync(client, input, receivedOn, IntakeChannels.InWords(channel), cancellation);
        return Page.SeeOther(await maker.NewPathAsync(visit.Link, LinkPurpose.Desk, id, round: 0, cancellation));
    }
}
