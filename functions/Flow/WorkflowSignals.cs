using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Initiatiefloket.Initiatives;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Flow;

/// <summary>Saves what a person decided and wakes the workflow that waits for it, whatever crashes in between.</summary>
public sealed class WorkflowSignals(SignalTable table, WorkflowStarter starter)
{
    /// <summary>Event name of the signal that starts a workflow instead of waking one.</summary>
    public const string Start = "start";

    /// <summary>Event name of the signal that starts the workflow of a case again.</summary>
    public const string Resume = "resume";

    private const string Later = "later-";

    /// <summary>Event name of the signal that starts what follows a letter which was made after the end of a case.</summary>
    /// <param name="kind">What the letter decides.</param>
    /// <param name="number">Which letter of the case it is, counted from 1.</param>
    public static string LaterLetter(LetterKind kind, int number) => $"{Later}{kind}-{number}";

    /// <summary>Saves and then signals. When the process dies in between, <see cref="SignalSweep"/> sends the signal.</summary>
    /// <param name="client">Client of the task hub.</param>
    /// <param name="signal">Which wait ends.</param>
    /// <param name="save">Stores the decision.</param>
    public async Task<Saved> SaveAndSignalAsync(
        DurableTaskClient client, Signal signal, Func<Task<Saved>> save, CancellationToken cancellation)
    {
        await table.RememberAsync(signal, cancellation);
        var saved = await save();
        switch (saved)
        {
            case Saved.Now:
                if (await SendAsync(client, signal, cancellation))
                {
                    await table.ForgetAsync(signal, cancellation);
                }

                break;
            case Saved.TooLate:
                await table.ForgetAsync(signal, cancellation);
                break;
            case Saved.Before:
                // Who saved it first is sending the signal, or died before that: then the sweep finds it.
                break;
            default:
                throw new UnreachableException();
        }

        return saved;
    }

    /// <summary>Sends one signal.</summary>
    /// <returns>False when it could not be taken yet: then <see cref="SignalSweep"/> sends it again.</returns>
    public async Task<bool> SendAsync(DurableTaskClient client, Signal signal, CancellationToken cancellation)
    {
        switch (signal.EventName)
        {
            case Start:
                await starter.StartAsync(client, signal.InstanceId, cancellation);
                return true;
            case Resume:
                return await starter.ResumeAsync(client, signal.InstanceId, cancellation);
            case var later when later.StartsWith(Later, StringComparison.Ordinal):
                var number = int.Parse(later.AsSpan(later.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
                await starter.StartLaterLetterAsync(client, signal.InstanceId, number, cancellation);
                return true;
            default:
                await RaiseAsync(client, signal, cancellation);
                return true;
        }
    }

    private static async Task RaiseAsync(DurableTaskClient client, Signal signal, CancellationToken cancellation)
    {
        try
        {
            await client.RaiseEventAsync(signal.InstanceId, signal.EventName, signal.By, cancellation);
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // The workflow ended, or was purged: nobody waits any more, and what was decided is saved.
        }
    }
}

/// <summary>Names of the events that wake a workflow.</summary>
public static class WorkflowEvents
{
    public const string Withdrawn = "withdrawn";
    public const string CalledIn = "called-in";
    public const string CouncilDecided = "council-decided";
    public const string BudgetOffered = "budget-offered";

    /// <summary>Somebody voted in a review round, or a place on its panel changed hands.</summary>
    public static string ReviewChanged(int round) => $"review-{round}";

    public static string QuestionAnswered(int round) => $"answer-{round}";
}
