using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Support;

/// <summary>Counts support that is confirmed, of everybody but the applicant; whoever decides on what they support decides no more (Awb 2:4).</summary>
public sealed class SupportGiven(SupportTable support, SupportKeys keys, People people, Involvement involvement)
{
    /// <summary>Counts a neighbour. Doing so twice changes nothing.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="initiative">What they support.</param>
    /// <param name="key">Key of their mailbox (<see cref="SupportKeys.KeyOfAsync"/>).</param>
    public async Task ConfirmAsync(DurableTaskClient client, Initiative initiative, string key, CancellationToken cancellation)
    {
        if (await IsApplicantAsync(initiative.Id, key, cancellation))
        {
            return;
        }

        await support.ConfirmAsync(initiative.Id, key, cancellation);
        foreach (var person in people.Professionals)
        {
            if ((await keys.KeysOfAsync(initiative.Id, people.Find(person).Email, cancellation)).Contains(key))
            {
                await involvement.ReleaseAsync(client, initiative, person, InvolvedAs.Supporter, cancellation);
            }
        }
    }

    /// <summary>Takes out those who gave support before the policy named them. May be repeated.</summary>
    public async Task ReleaseAllAsync(DurableTaskClient client, Initiative initiative, CancellationToken cancellation)
    {
        var given = await support.ListKeysAsync(initiative.Id, cancellation);
        foreach (var person in people.Professionals.Where(initiative.MaySeeCase))
        {
            if (given.Overlaps(await keys.KeysOfAsync(initiative.Id, people.Find(person).Email, cancellation)))
            {
                await involvement.ReleaseAsync(client, initiative, person, InvolvedAs.Supporter, cancellation);
            }
        }
    }

    /// <summary>Whether a key is of the mailbox of whoever applied: their own support does not count.</summary>
    public async Task<bool> IsApplicantAsync(string initiativeId, string key, CancellationToken cancellation)
    {
        var applicant = await people.FindAsync(initiativeId, Actor.Applicant, cancellation);
        return (await keys.KeysOfAsync(initiativeId, applicant.Email, cancellation)).Contains(key);
    }

    /// <summary>Forgets the support of somebody who became the applicant, by another address. May be repeated.</summary>
    public async Task ForgetAsync(string initiativeId, string email, CancellationToken cancellation)
    {
        foreach (var key in await keys.KeysOfAsync(initiativeId, email, cancellation))
        {
            await support.TakeBackAsync(initiativeId, key, cancellation);
        }
    }
}

/// <summary>Each night takes out those who became reviewer, council member or coordinator of an initiative that they support, by another policy.</summary>
public sealed class SupporterSweep(SupportTable support, InitiativeTable initiatives, SupportGiven given)
{
    // After the absences and the applicants.
    [Function(nameof(SupporterSweep))]
    public async Task Run([TimerTrigger("0 35 0 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var id in await support.InitiativesAsync(cancellation))
        {
            if (await initiatives.FindAsync(id, cancellation) is { IsClosed: false } initiative)
            {
                await given.ReleaseAllAsync(client, initiative, cancellation);
            }
        }
    }
}
