using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Reviewers;

/// <summary>Notes who is away, and gives the places of whoever is to others.</summary>
public sealed partial class Absences(
    AbsenceTable absences, CaseLists lists, Assigner assigner, HandOvers handOvers, TakenOverPost takenOver, TimeProvider clock, ILogger<Absences> logger)
{
    /// <summary>Notes an absence. When it begins today, the reviewer's places go to others at once, otherwise on its first day.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="absence">Who, when.</param>
    /// <param name="by">Who entered it.</param>
    /// <param name="cancellation">Ends the attempt; what was stored is carried out by <see cref="AbsenceSweep"/> then.</param>
    public async Task EnterAsync(DurableTaskClient client, Absence absence, Actor by, CancellationToken cancellation)
    {
        await absences.PutAsync(absence, cancellation);
        Log.AbsenceEntered(logger, absence.ReviewerId, absence.From, absence.Until, by);
        await HandOverAsync(client, absence, by, cancellation);
    }

    /// <summary>Ends an absence today: the reviewer is back. What was handed over stays with whoever has it.</summary>
    public async Task EndAsync(Absence absence, Actor by, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        if (absence.From < today)
        {
            await absences.PutAsync(absence with { Until = today.AddDays(-1) }, cancellation);
        }
        else
        {
            await absences.RemoveAsync(absence, cancellation);
        }

        Log.AbsenceEnded(logger, absence.ReviewerId, absence.From, today, by);
    }

    /// <summary>Gives the places of whoever is away today to others, unless they keep them. Doing so twice changes nothing.</summary>
    public async Task HandOverAsync(DurableTaskClient client, Absence absence, Actor by, CancellationToken cancellation)
    {
        if (absence.KeepsCases || !absence.Covers(LocalTime.DayOf(clock.GetUtcNow())))
        {
            return;
        }

        var waiting = (await lists.ReadOpenAsync(absence.Person, cancellation)).Where(initiative => ListedCase.Awaits(initiative, absence.Person)).ToList();
        foreach (var initiative in waiting)
        {
            // One after another: each that goes to somebody counts when the next one is given away.
            var to = await assigner.ReplaceAsync(initiative, absence.Person, cancellation);
            var saved = waiting.Count > 1 && to.Kind == ActorKind.Reviewer
                ? await handOvers.HandOverOneOfManyAsync(client, initiative, absence.Person, to, HandOverReason.Absence, by, cancellation)
                : await handOvers.HandOverAsync(client, initiative, absence.Person, to, HandOverReason.Absence, by, cancellation);
            if (saved is Saved.TooLate)
            {
                Log.PlaceKept(logger, initiative.Id, absence.ReviewerId);
            }
        }

        // Also of what an earlier run handed over, which may have ended before its mail.
        await takenOver.TellAsync(absence, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Absence entered. Reviewer: {ReviewerId}. From: {From}. Until: {Until}. By: {By}.")]
        public static partial void AbsenceEntered(ILogger logger, string reviewerId, DateOnly from, DateOnly until, Actor by);

        [LoggerMessage(2, LogLevel.Information, "Absence ended. Reviewer: {ReviewerId}. From: {From}. On: {On}. By: {By}.")]
        public static partial void AbsenceEnded(ILogger logger, string reviewerId, DateOnly from, DateOnly on, Actor by);

        [LoggerMessage(3, LogLevel.Warning, "An absent reviewer keeps a place that nobody else can have. Initiative: {InitiativeId}. Reviewer: {ReviewerId}.")]
        public static partial void PlaceKept(ILogger logger, string initiativeId, string reviewerId);
    }
}

/// <summary>
/// Each night gives the places of whoever is away to others. It looks at all absences of that day, not only at those that begin: so it does what a
/// night without it left undone, and takes along what came to somebody while they were away.
/// </summary>
public sealed class AbsenceSweep(AbsenceTable absences, Absences desk, TimeProvider clock)
{
    // 00:15 UTC: by then the day has begun in town, in summer and in winter.
    [Function(nameof(AbsenceSweep))]
    public async Task Run([TimerTrigger("0 15 0 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        foreach (var absence in await absences.ListFromAsync(today, cancellation))
        {
            await desk.HandOverAsync(client, absence, Actor.Workflow, cancellation);
        }
    }
}
