using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Funding;

/// <summary>The step that puts somebody on the waiting list of a pot.</summary>
public sealed class WaitingListActivities(
    InitiativeTable initiatives, CasePost post, WaitingList waitingList, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Tells the applicant about the waiting list and, unless the coordinator had extended it before, the extended term (Awb 4:14).</summary>
    [Function(nameof(TellWaiting))]
    public async Task TellWaiting([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        if (initiative.State != InitiativeState.WaitingList)
        {
            return;
        }

        // Another extension than the coordinator's has no event of its own: it came with the place on the list.
        var events = await initiatives.GetEventsAsync(initiativeId, cancellation);
        var isExtendedNow = initiative.Clock!.Source.ExtensionMovesTheEnd && events.All(happened => happened.Kind != InitiativeEventKind.TermExtended);
        var mail = new CaseMail(initiativeId, "waiting-list", MailKind.WaitingList, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, link => ComposeMail(initiative, isExtendedNow, link), cancellation);
        if (policy.PotFor(initiative.PotYear)?.Division.Partial is not null)
        {
            // There may be a part for who joined now. Nobody gets the whole amount by it; should somebody, then the round of the next morning wakes them.
            await waitingList.ServeAsync(initiative.PotYear, cancellation);
        }
    }

    private MailMessage ComposeMail(Initiative initiative, bool isExtendedNow, Uri link) => new(
        texts["Uw initiatief {0} staat op de wachtlijst", initiative.Id],
        new MailBlock.Paragraph(
            texts["De professional wil \"{0}\" toekennen, maar er is nu niet genoeg geld. Uw aanvraag staat op de wachtlijst. Komt er geld vrij, dan gaat dat naar de eerste in de rij.", initiative.Title]),
        new MailBlock.Paragraph(TermInWords(initiative.Clock!.DecideByInWords(LocalTime.DayOf(clock.GetUtcNow()), policy.WorkingDays), isExtendedNow)),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private string TermInWords(string decideBy, bool isExtendedNow) => isExtendedNow
        ? texts["Daarom hebben wij meer tijd nodig. Wij verlengen de termijn om te beslissen (Algemene wet bestuursrecht, artikel 4:14). U hoeft niets te doen. U hoort uiterlijk {0} van ons.", decideBy]
        : texts["U hoeft niets te doen. U hoort uiterlijk {0} van ons.", decideBy];
}

/// <summary>Offers money that came free without a case ending: the policy put more in the pot.</summary>
public static class WaitingListRound
{
    private const string InstanceId = "waiting-list-round";

    [Function(nameof(StartWaitingListRound))]
    public static Task StartWaitingListRound(
        [TimerTrigger("0 30 5 * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        client.StartUnlessRunningAsync(nameof(WaitingListRound), InstanceId, cancellation);

    [Function(nameof(WaitingListRound))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow)
    {
        var years = await workflow.StepAsync<int[]>(nameof(OfferActivities.FindPots));
        foreach (var year in years)
        {
            await workflow.OfferMoneyAsync(year);
        }
    }
}
