using Azure.Data.Tables;
using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Flow;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Workflow;

/// <summary>
/// Each night removes what was kept for as long as the policy says (<see cref="Retention"/>), some of each kind: after a long time without it, it goes on the
/// next night. May run twice.
/// </summary>
public sealed partial class RetentionSweep(
    TableServiceClient tables, CaseErasure cases, SavedDrafts drafts, Policy policy, TimeProvider clock, ILogger<RetentionSweep> logger)
{
    private const int MostCases = 50;
    private const int MostRows = 1000;
    private const int MostInstances = 200;

    /// <summary>Which rows of a table were over at a moment, for those of which each row goes by itself.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<DateTimeOffset, string>> Rows = new Dictionary<string, Func<DateTimeOffset, string>>
    {
        [TableNames.Links] = LinkTable.DiedBefore,
        [TableNames.ConfirmCodes] = Partitions.WrittenBefore,
        [TableNames.Limits] = Partitions.WrittenBefore,
        [TableNames.MailLog] = MailLog.AboutNoCaseBefore,
        [TableNames.Undelivered] = Undelivered.NotedBefore,
        [TableNames.Pot] = PotTable.OfYearsOverAt,
        [TableNames.Signals] = SignalTable.WrittenBefore,
        [TableNames.ChangeFeed] = ChangeFeedTable.WrittenBefore,
        [TableNames.CouncilMembers] = CouncilMemberTable.LeftBefore,
        [TableNames.Absences] = AbsenceTable.OverAt,
    };

    // What failed is kept: the coordinator is told of it, and somebody looks into it.
    private static readonly OrchestrationRuntimeStatus[] Ended = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated];

    [Function(nameof(RetentionSweep))]
    public async Task Run([TimerTrigger("0 5 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        Tell("unconfirmed", await cases.EraseUnconfirmedAsync(OverSince(policy.Retention.Unconfirmed), MostCases, cancellation));
        Tell(TableNames.Initiatives, await cases.EraseEndedAsync(OverSince(TableNames.Initiatives), MostCases, cancellation));
        Tell(TableNames.Drafts, await drafts.ForgetAsync(OverSince(TableNames.Drafts), MostRows, cancellation));
        foreach (var (table, over) in Rows)
        {
            Tell(table, await tables.GetTableClient(table).RemoveWhereAsync(over(OverSince(table)), MostRows, cancellation));
        }

        Tell("workflows", await PurgeAsync(client, OverSince(policy.Retention.Workflows), cancellation));
    }

    private static async Task<int> PurgeAsync(DurableTaskClient client, DateTimeOffset before, CancellationToken cancellation)
    {
        var purged = 0;
        var query = new OrchestrationQuery(CreatedTo: before, Statuses: Ended);
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.LastUpdatedAt < before)
            {
                purged += (await client.PurgeInstanceAsync(instance.InstanceId, cancellation)).PurgedInstanceCount;
            }

            if (purged >= MostInstances)
            {
                break;
            }
        }

        return purged;
    }

    private DateTimeOffset OverSince(string table) => OverSince(policy.Retention.Tables[table]);

    private DateTimeOffset OverSince(Term term) => term.OverSince(clock.GetUtcNow(), policy.WorkingDays);

    private void Tell(string what, int count)
    {
        if (count > 0)
        {
            Log.Removed(logger, count, what);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "What was kept long enough was removed. Of: {What}. Number: {Count}.")]
        public static partial void Removed(ILogger logger, int count, string what);
    }
}
