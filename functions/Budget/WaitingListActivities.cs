using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Budget;

/// <summary>The steps around the waiting list of a pot.</summary>
public sealed class WaitingListActivities(
    InitiativeTable initiatives,
    PotLedger pot,
    CasePost post,
    Policy policy,
    IStringLocalizer<BudgetTexts> texts,
    TimeProvider clock)
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
        var isExtendedNow = events.All(happened => happened.Kind != InitiativeEventKind.TermExtended);
        var mail = new CaseMail(initiativeId, "waiting-list", Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, link => ComposeMail(initiative, isExtendedNow, link), cancellation);
    }

    /// <summary>The years that have a pot.</summary>
    [Function(nameof(FindPots))]
    public int[] FindPots([ActivityTrigger] string? unused) => [.. policy.Pots.Select(pot => pot.Year)];

    /// <summary>Reserves what is free for who waits first, in order of receipt, as long as it fits.</summary>
    /// <returns>References of the initiatives that now have money and were not yet woken for it.</returns>
    [Function(nameof(OfferMoney))]
    public async Task<string[]> OfferMoney([ActivityTrigger] int potYear, CancellationToken cancellation)
    {
        var served = await pot.OfferToWaitingAsync(potYear, cancellation);
        foreach (var waiting in served)
        {
            var reserved = new InitiativeEvent("reserved", InitiativeEventKind.Reserved, clock.GetUtcNow(), Actor.Workflow);
            await initiatives.ChangeAsync(waiting, reserved, current => current, cancellation);
        }

        return [.. served];
    }

    /// <summary>Notes that the workflow of an initiative was woken for its money.</summary>
    [Function(nameof(ConfirmOffer))]
    public async Task ConfirmOffer([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await pot.ConfirmOfferedAsync(initiative.PotYear, initiativeId, cancellation);
    }

    private MailMessage ComposeMail(Initiative initiative, bool isExtendedNow, Uri link) => new(
        texts["Uw initiatief {0} staat op de wachtlijst", initiative.Id],
        new MailBlock.Paragraph(
            texts["De professional wil \"{0}\" toekennen, maar er is nu niet genoeg geld. Uw aanvraag staat op de wachtlijst. Komt er geld vrij, dan gaat dat naar wie het eerst heeft aangevraagd.", initiative.Title]),
        new MailBlock.Paragraph(TermInWords(initiative.Clock!.DecideByInWords(TownTime.DayOf(clock.GetUtcNow()), policy.WorkingDays), isExtendedNow)),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private string TermInWords(string decideBy, bool isExtendedNow) => isExtendedNow
        ? texts["Daarom hebben wij meer tijd nodig. Wij verlengen de termijn om te beslissen (Algemene wet bestuursrecht, artikel 4:14). U hoeft niets te doen. U hoort uiterlijk {0} van ons.", decideBy]
        : texts["U hoeft niets te doen. U hoort uiterlijk {0} van ons.", decideBy];
}
