using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.MoreTime;

/// <summary>Asks for more time, and answers. Each act stands in the trail, and the other side is told.</summary>
public sealed class MoreTimeRequests(InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    /// <summary>Asks the other side.</summary>
    /// <returns><see cref="Saved.TooLate"/> when another request is open, the term has passed or the case is closed.</returns>
    public Task<Saved> AskAsync(
        DurableTaskClient client, Initiative initiative, TimeAsked asked, Actor by, CancellationToken cancellation)
    {
        var number = (initiative.TimeRequest?.Number ?? 0) + 1;
        return ChangeAsync(
            client,
            initiative.Id,
            new Step(number, "asked", InitiativeEventKind.MoreTimeAsked, by) { Note = $"{Until(asked.Until)} {asked.Why}" },
            (current, now) => current.AskTime(by, asked.Until, asked.Why, now, policy) is { } changed && changed.TimeRequest!.Number == number ? changed : null,
            cancellation);
    }

    /// <summary>Answers a request of the other side.</summary>
    /// <returns><see cref="Saved.TooLate"/> when it cannot be answered any more.</returns>
    public Task<Saved> AnswerAsync(
        DurableTaskClient client, Initiative initiative, TimeAnswered answer, Actor by, CancellationToken cancellation)
    {
        var step = answer.Agrees
            ? new Step(answer.Number, "answered", InitiativeEventKind.MoreTimeAgreed, by) { Note = initiative.TimeRequest is { } request ? Until(request.Until) : null }
            : new Step(answer.Number, "answered", InitiativeEventKind.MoreTimeDeclined, by);
        return ChangeAsync(
            client, initiative.Id, step, (current, now) => current.AnswerTime(answer.Number, by, answer.Agrees, now, policy), cancellation);
    }

    /// <summary>Takes a request back, by the side that asked.</summary>
    public Task<Saved> TakeBackAsync(DurableTaskClient client, Initiative initiative, int number, Actor by, CancellationToken cancellation) => ChangeAsync(
        client,
        initiative.Id,
        new Step(number, "taken-back", InitiativeEventKind.MoreTimeTakenBack, by),
        (current, now) => current.TakeBackTime(number, by, now),
        cancellation);

    private async Task<Saved> ChangeAsync(
        DurableTaskClient client, string id, Step step, Func<Initiative, DateTimeOffset, Initiative?> change, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var happened = new InitiativeEvent($"more-time-{step.Number}-{step.Name}", step.Kind, now, step.By, step.Note);
        var saved = await initiatives.ChangeAsync(id, happened, current => change(current, now), cancellation);
        if (saved is not Saved.TooLate)
        {
            await client.StartMoreTimeNoticeAsync(id, happened.Key, cancellation);
        }

        return saved;
    }

    private static string Until(DateOnly day) => $"Tot en met {day.InWords()}.";

    private sealed record Step(int Number, string Name, InitiativeEventKind Kind, Actor By)
    {
        public string? Note { get; init; }
    }
}

/// <summary>What somebody asks: until which day at most, and why.</summary>
public sealed record TimeAsked(DateOnly Until, string Why);

/// <summary>An answer to the request of a number.</summary>
public sealed record TimeAnswered(int Number, bool Agrees)
{
    /// <summary>What it comes to, for whoever confirms it with a code.</summary>
    public string InDutch => Agrees ? "De aanvrager krijgt meer tijd" : "De aanvrager krijgt geen extra tijd";
}
