using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Assignment;

/// <summary>Sees to it that whoever has an interest in an initiative does not decide on it (Awb 2:4).</summary>
public sealed class Involvement(InitiativeTable initiatives, People people, Assigner assigner, HandOvers handOvers, CasePost post)
{
    /// <summary>Notes, before a round opens, that an applicant whom the policy names has no part in it. May be repeated.</summary>
    /// <returns>The initiative as it stands then. Whoever has a place already gives it away when the round is seated (<see cref="Assigner.SeatAsync"/>).</returns>
    public async Task<Initiative> NoteApplicantAsync(string initiativeId, CancellationToken cancellation)
    {
        foreach (var person in await people.ApplyingInAsync(initiativeId, cancellation))
        {
            await handOvers.NoteInvolvedAsync(initiativeId, person, InvolvedAs.Applicant, cancellation);
        }

        return await initiatives.GetAsync(initiativeId, cancellation);
    }

    /// <summary>Whether somebody has applied for the initiative themselves, with whatever address of their mailbox.</summary>
    public async Task<bool> IsApplicantAsync(string initiativeId, Actor person, CancellationToken cancellation) =>
        (await people.ApplyingInAsync(initiativeId, cancellation)).Contains(person);

    /// <summary>Takes everybody out whom the policy names at an address. May be repeated.</summary>
    public async Task ReleaseAllAsync(DurableTaskClient client, string initiativeId, string email, InvolvedAs how, CancellationToken cancellation)
    {
        foreach (var person in people.ProfessionalsAt(email))
        {
            await ReleaseAsync(client, await initiatives.GetAsync(initiativeId, cancellation), person, how, cancellation);
        }
    }

    /// <summary>Gives somebody's place on the panel to somebody else, or notes that they can have none. Doing so twice changes nothing.</summary>
    /// <returns>Null when there is nobody to take the place; the coordinator is told, once.</returns>
    public async Task<Saved?> ReleaseAsync(
        DurableTaskClient client, Initiative initiative, Actor person, InvolvedAs how, CancellationToken cancellation)
    {
        if (!initiative.Panel.Seats.Contains(person))
        {
            return await handOvers.NoteInvolvedAsync(initiative.Id, person, how, cancellation);
        }

        var to = await assigner.ReplaceAsync(initiative, person, cancellation);
        var by = how == InvolvedAs.Said ? person : Actor.Workflow;
        if (initiative.Panel.MayTakePlace(to))
        {
            return await handOvers.HandOverAsync(client, initiative, person, to, HandOverReason.Conflict, by, cancellation);
        }

        var step = $"nobody-left-{initiative.Round}-{person}";
        var mail = new CaseMail(initiative.Id, step, MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
        await post.TellAsync(mail, link => NobodyLeft(initiative, person, link), cancellation);
        return null;
    }

    private MailMessage NobodyLeft(Initiative initiative, Actor person, Uri link) => new(
        $"Zoek iemand die beslist: {initiative.InSubject}",
        new MailBlock.Paragraph(
            (person == Actor.Coordinator
                ? "U heeft een plaats bij dit initiatief, maar bent er zelf bij betrokken."
                : $"{people.Find(person).Name} heeft een plaats bij dit initiatief, maar is er zelf bij betrokken.")
            + " Wie betrokken is, mag niet beslissen (Awb 2:4). Wij vinden niemand die de plaats kan overnemen: iedereen is afwezig, "
            + "betrokken of beslist al mee."),
        new MailBlock.Paragraph("Draag de plaats over zodra er iemand is die kan beslissen."),
        new MailBlock.Button("Draag de plaats over", link));
}

/// <summary>How it is known that somebody is involved.</summary>
public enum InvolvedAs
{
    /// <summary>They say so.</summary>
    Said,

    /// <summary>It is their own application.</summary>
    Applicant,

    /// <summary>They support it as a neighbour.</summary>
    Supporter,
}

/// <summary>
/// Each night takes out those who became reviewer, council member or coordinator of an initiative of their own, by another policy. What somebody applied for
/// is looked up by their address, so that this asks as much as the policy has people.
/// </summary>
public sealed partial class InvolvementSweep(
    InitiativeTable initiatives, People people, LinkIndex index, Involvement involvement, ILogger<InvolvementSweep> logger)
{
    // After the absences, which may have given a place away.
    [Function(nameof(InvolvementSweep))]
    public async Task Run([TimerTrigger("0 25 0 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var person in people.Professionals)
        {
            var keys = await index.KeysOfAsync(people.Find(person).Email, cancellation);
            foreach (var applied in await index.FindApplicantsAsync(keys, cancellation))
            {
                await ReleaseAsync(client, applied.InitiativeId, person, cancellation);
            }
        }
    }

    private async Task ReleaseAsync(DurableTaskClient client, string initiativeId, Actor person, CancellationToken cancellation)
    {
        // The index is a hint: the application may be another person's by now.
        if (await initiatives.FindAsync(initiativeId, cancellation) is not { IsClosed: false } initiative
            || !await involvement.IsApplicantAsync(initiativeId, person, cancellation))
        {
            return;
        }

        if (await involvement.ReleaseAsync(client, initiative, person, InvolvedAs.Applicant, cancellation) is null)
        {
            Log.PlaceKept(logger, initiativeId, person);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An applicant has a place on the panel that nobody else can have. Initiative: {InitiativeId}. Person: {Person}.")]
        public static partial void PlaceKept(ILogger logger, string initiativeId, Actor person);
    }
}
