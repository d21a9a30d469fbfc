using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Initiatiefloket.Budget;
using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;
using Xunit.Abstractions;

namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>
/// Host and worker are killed (SIGKILL) at writes of every kind, before and after storage carries them out. Townspeople whose page does not answer press
/// again. Each case ends as it should; money and mails are there once.
/// </summary>
public sealed partial class KillTests(ITestOutputHelper output)
{
    private const int Seed = 11;
    private const int CasesOfAKind = 4;

    private static readonly string[] FreeEvents = ["drafted", "submitted", "review-1-opened", "vote-1-reviewer:welzijn", "reserved", "decided", "letter-made-1", "letter-sent"];
    private static readonly string[] FreeMails = ["confirm", "receipt", "review-1-invite-reviewer:welzijn", "decision", "payment"];

    private static readonly CaseKind[] Kinds =
    [
        new("vrij", "1.200", InitiativeState.Granted, FreeEvents, FreeMails, FreeAsync),
        new(
            "gedeeld",
            "4.000",
            InitiativeState.Granted,
            [.. FreeEvents, "council-window-opened", "council-window-closed"],
            [.. FreeMails, "council-window", .. Enumerable.Range(1, 5).Select(member => $"council-raadslid-{member}")],
            FreeAsync),
        new(
            "vraag",
            "800",
            InitiativeState.Granted,
            [.. FreeEvents, "question-1-asked", "answer-1", "review-2-opened", "vote-2-reviewer:welzijn"],
            [.. FreeMails, "question-1-asked", "question-1-answered", "review-2-invite-reviewer:welzijn"],
            QuestionAsync),
        new(
            "ingetrokken",
            "20.000",
            InitiativeState.Withdrawn,
            ["drafted", "submitted", "review-1-opened", "vote-1-reviewer:welzijn", "vote-1-reviewer:second", "reserved", "council-asked", "withdrawn"],
            [
                "confirm", "receipt", "review-1-invite-reviewer:second", "review-1-invite-reviewer:welzijn", "council-asked", "council-asked-applicant",
                "withdrawn", "withdrawn-off-agenda",
            ],
            WithdrawnAsync),
    ];

    [Fact]
    public async Task Cases_WhenHostAndWorkerAreKilledAtAnyWrite_EndWithMoneyAndMailsOnce()
    {
        var plan = Kill.Plan(Seed);
        await using var loket = await LocalLoket.CreateAsync();

        // Terms of days: with the demo's seconds reminders are mailed, and questions lapse, while the app is away.
        loket.ChangePolicy(policy => policy["terms"] = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.json")))!["terms"]!.DeepClone());
        await using var mortal = await KillableLoket.StartAsync(loket, plan);
        using var people = new RetryingTown(loket.Address);

        var ended = await LiveAsync(mortal, people);

        Assert.Equal(plan, mortal.Deaths.Select(death => death.Kill));
        foreach (var (id, kind) in ended)
        {
            await AssertCaseAsync(loket.Cases, id, kind);
        }

        await AssertMoneyAsync(loket.Cases, ended);
        await loket.Cases.AssertEachMailOnceAsync(await people.AllMailAsync(), ended.Select(one => one.Id));
    }

    private async Task<IReadOnlyList<(string Id, CaseKind Kind)>> LiveAsync(KillableLoket mortal, RetryingTown people)
    {
        Task<(string, CaseKind)>[] cases = [.. Enumerable.Range(1, CasesOfAKind).SelectMany(number => Kinds.Select(async kind =>
            (await kind.LiveAsync(people, Residents.With($"{kind.Name} {number}", kind.Asked)), kind)))];
        try
        {
            // The first that fails says why; the others would wait for what does not come any more.
            await foreach (var ended in Task.WhenEach([.. cases, mortal.Lives]))
            {
                await ended;
                if (cases.All(one => one.IsCompletedSuccessfully))
                {
                    break;
                }
            }

            return await Task.WhenAll(cases);
        }
        catch
        {
            output.WriteLine(mortal.Output);
            throw;
        }
        finally
        {
            output.WriteLine($"{mortal.Deaths.Count} deaths: {string.Join(", ", mortal.Deaths)}.");
        }
    }

    private static async Task<string> FreeAsync(RetryingTown people, Proposal proposal)
    {
        var id = await people.ApplyAsync(proposal);
        await people.ApproveAsync(id, proposal.Asked);
        await people.WaitForMailAsync(Townspeople.Coordinator, $"Uitbetalen: {id}");
        return id;
    }

    private static async Task<string> QuestionAsync(RetryingTown people, Proposal proposal)
    {
        var id = await people.ApplyAsync(proposal);
        await people.FollowAsync(Townspeople.Welfare, $"Beslis: …initiatief {id}", "Stel de vraag", Decisions.Question("Waar koken jullie?"));
        await people.AnswerAsync(proposal.Email, id);
        await people.WaitForMailAsync(Townspeople.Welfare, $"Beslis: …initiatief {id}", number: 2);
        await people.ApproveAsync(id, proposal.Asked);
        await people.WaitForMailAsync(Townspeople.Coordinator, $"Uitbetalen: {id}");
        return id;
    }

    private static async Task<string> WithdrawnAsync(RetryingTown people, Proposal proposal)
    {
        var id = await people.ApplyAsync(proposal);
        await people.ApproveAsync(id, proposal.Asked);
        await people.ApproveAsync(id, proposal.Asked, await people.SecondReviewerAsync(id));
        await people.WaitForMailAsync(proposal.Email, $"De gemeenteraad bespreekt uw initiatief {id}");
        await people.WithdrawAsync(proposal.Email, id);
        await people.WaitForMailAsync(proposal.Email, $"initiatief {id} ingetrokken");
        return id;
    }

    private static async Task AssertCaseAsync(StoredCases cases, string id, CaseKind kind)
    {
        await cases.ReachAsync(id, kind.End);
        await cases.MailedAsync(id, kind.Mails[^1]);

        // An answer that comes while the app is away is there before the step notes when its question was sent.
        Assert.Equal(kind.Events.Order(StringComparer.Ordinal), InGeneral((await cases.EventsAsync(id)).Where(happened => happened != "question-1-sent")));

        // Whoever pressed again, because no page came, may have been mailed another code.
        var mails = (await cases.MailsAsync(id)).Where(mail => !mail.StartsWith("confirm-code-", StringComparison.Ordinal));
        Assert.Equal(kind.Mails.Order(StringComparer.Ordinal), InGeneral(mails));
    }

    /// <summary>Keys without what differs between cases of a kind: the code in the mail to confirm, the day of a letter, and who is the second to decide.</summary>
    private static IEnumerable<string> InGeneral(IEnumerable<string> keys) => keys
        .Select(key => key.StartsWith("confirm-", StringComparison.Ordinal) ? "confirm" : SecondReviewer().Replace(DayOfLetter().Replace(key, ""), "reviewer:second"))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("(?<=^letter-made-[0-9]+)-[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex DayOfLetter();

    [GeneratedRegex("reviewer:(?!welzijn$).+$")]
    private static partial Regex SecondReviewer();

    private static async Task AssertMoneyAsync(StoredCases cases, IReadOnlyList<(string Id, CaseKind Kind)> ended)
    {
        foreach (var (id, kind) in ended)
        {
            var last = kind.End == InitiativeState.Granted ? LedgerEntryKind.Grant : LedgerEntryKind.Release;
            Assert.Equal([LedgerEntryKind.Reserve, last], await cases.EntriesAsync(id));
        }

        var balance = await cases.BalanceAsync();
        Assert.Equal((Euro.Whole(CasesOfAKind * 6000), Euro.Zero), (balance.Granted, balance.Reserved));
        await cases.AssertLedgerAddsUpAsync();
    }

    /// <summary>Cases that go the same way.</summary>
    /// <param name="Name">What they are called.</param>
    /// <param name="Asked">In euros, as typed.</param>
    /// <param name="End">How they end.</param>
    /// <param name="Events">The trail that they leave.</param>
    /// <param name="Mails">The mails that are sent, the last one last.</param>
    /// <param name="LiveAsync">What people do about one; tells its reference.</param>
    private sealed record CaseKind(
        string Name,
        string Asked,
        InitiativeState End,
        IReadOnlyList<string> Events,
        IReadOnlyList<string> Mails,
        Func<RetryingTown, Proposal, Task<string>> LiveAsync);
}
