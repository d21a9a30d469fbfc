using System.Diagnostics;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Submission;

/// <summary>Takes in an application that the office enters for somebody: it is received on the day on which it came, and nobody confirms an address.</summary>
public sealed class OfficeIntake(FormTable forms, InitiativeTable initiatives, WorkflowSignals signals, Policy policy, TimeProvider clock)
{
    // An application of which only the day is known stands behind those of that day, at the end of the office's hours.
    private static readonly TimeSpan EndOfDay = TimeSpan.FromHours(17);

    /// <summary>Stores it as received and starts its workflow. The same form again stays one application.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="input">The form, checked.</param>
    /// <param name="receivedOn">The day of receipt, today or before.</param>
    /// <param name="channel">How it came, in Dutch words for the trail.</param>
    /// <param name="cancellation">Ends the attempt; it is finished when the form is posted again.</param>
    /// <returns>Reference of the initiative.</returns>
    public async Task<string> TakeInAsync(DurableTaskClient client, ApplicationInput input, DateOnly receivedOn, string channel, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = await StoreAsync(input, now, cancellation);
        var receivedAt = Earlier(now, LocalTime.StartOf(receivedOn) + EndOfDay);
        var potYear = policy.PotYearOf(receivedOn, input.Application.StartsOn);
        var submitted = new InitiativeEvent(
            "submitted", InitiativeEventKind.Submitted, now, Actor.Coordinator, $"{channel} ontvangen op {receivedOn.InWords()}. Ingevoerd door de coördinator.");
        await signals.SaveAndSignalAsync(
            client,
            new Signal(id, WorkflowSignals.Start, Actor.Coordinator),
            () => initiatives.ChangeAsync(id, submitted, current => current.Receive(receivedAt, policy, potYear), cancellation),
            cancellation);
        return id;
    }

    private Task<string> StoreAsync(ApplicationInput input, DateTimeOffset now, CancellationToken cancellation) => Contention.WinAsync<string>(input.FormId, async () =>
    {
        var year = LocalTime.DayOf(now).Year;
        var id = await forms.ClaimReferenceAsync(input.FormId, year, cancellation);
        var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, now, Actor.Coordinator);
        switch (await initiatives.SaveUnconfirmedAsync(ApplicationIntake.UnconfirmedOf(id, year, WithoutDraft(input), policy), drafted, cancellation))
        {
            case UnconfirmedSaved.Now or UnconfirmedSaved.AlreadySent:
                return id;
            case UnconfirmedSaved.ReferenceTaken:
                await forms.ReleaseReferenceAsync(input.FormId, cancellation);
                return null;
            default:
                throw new UnreachableException();
        }
    });

    // There is no draft of it to be ended.
    private static ApplicationInput WithoutDraft(ApplicationInput input) => input with { Application = input.Application with { FormId = null } };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
