using Azure.Data.Tables;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;
using Xunit.Abstractions;

namespace Initiatiefloket.Tests.Road;

/// <summary>
/// The app is killed (SIGKILL) at writes of every kind, before and after storage carries them out. People whose page does not answer
/// press again. Each case ends as it should; money and mails are there once.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Moment[] Moments =
    [
        new("Drafts", 4, IsStored: true),
        new("Forms", 2, IsStored: true),
        new("Links", 2, IsStored: true),
        new("DevMail", 3, IsStored: true),
        new("MailLog", 5, IsStored: false),
        new("Signals", 3, IsStored: true),
        new("Initiatives", 7, IsStored: true),
        new("Initiatives", 12, IsStored: false),
        new("InitiatiefloketInstances", 30, IsStored: true),
        new("ChangeFeed", 4, IsStored: false),
        new("Signals", 12, IsStored: false),
        new("Pot", 4, IsStored: true),
        new("Pot", 6, IsStored: false),
        new("letters/", 2, IsStored: true),
        new("letters/", 4, IsStored: false),
        new("InitiatiefloketWork", 60, IsStored: true),
        new("InitiatiefloketInstances", 90, IsStored: false),
        new("DevMail", 20, IsStored: true),
    ];

    private readonly AzuriteFixture _azurite = new();

    public Task InitializeAsync() => _azurite.InitializeAsync();

    public Task DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Cases_WhenTheAppIsKilledAtAnyWrite_EndWithMoneyAndMailsOnce()
    {
        using var policy = new PolicyDraft(json => json["council"]!["window"] = "3 seconden");
        await using var app = new MortalApp(Moments, $"--Policy:File={policy.File}");
        await app.StartAsync(_azurite.ConnectionString);
        var cases = new Casebook(new TableServiceClient(_azurite.ConnectionString));
        using var people = new StubbornTown(app.Address);

        var ids = await LiveAsync(app, people);

        Assert.Empty(app.Remaining);
        Assert.Equal(Moments.Length, app.Deaths);
        await AssertCaseAsync(cases, ids[0], InitiativeState.Granted, FreeEvents, FreeMails);
        await AssertCaseAsync(
            cases,
            ids[1],
            InitiativeState.Granted,
            [.. FreeEvents, "council-window-opened", "council-window-closed"],
            [.. FreeMails, "council-window", .. Enumerable.Range(1, 5).Select(member => $"council-raadslid-{member}")]);
        await AssertCaseAsync(
            cases,
            ids[2],
            InitiativeState.Granted,
            [.. FreeEvents, "question-1-asked", "answer-1", "review-2-opened", "vote-2-reviewer:welzijn"],
            [.. FreeMails, "question-1-asked", "question-1-answered", "review-2-invite-reviewer:welzijn"]);
        await AssertCaseAsync(
            cases,
            ids[3],
            InitiativeState.Withdrawn,
            ["drafted", "submitted", "review-1-opened", "vote-1-reviewer:welzijn", "vote-1-reviewer:jeugd", "reserved", "council-asked", "withdrawn"],
            [
                "confirm", "receipt", "review-1-invite-reviewer:jeugd", "review-1-invite-reviewer:welzijn", "council-asked", "council-asked-applicant",
                "withdrawn", "withdrawn-off-agenda",
            ]);
        await AssertMoneyAsync(cases, ids);
        await AssertMailboxAsync(cases, people, ids);
    }

    private async Task<string[]> LiveAsync(MortalApp app, StubbornTown people)
    {
        try
        {
            return await Task.WhenAll(FreeAsync(people), SharedAsync(people), QuestionAsync(people), WithdrawnAsync(people));
        }
        finally
        {
            output.WriteLine($"{app.Deaths} deaths; still to come: {string.Join(", ", app.Remaining)}. {app.Complaints}");
        }
    }

    private static string[] FreeEvents => ["drafted", "submitted", "review-1-opened", "vote-1-reviewer:welzijn", "reserved", "decided", "letter-sent"];

    private static string[] FreeMails => ["confirm", "receipt", "review-1-invite-reviewer:welzijn", "decision", "payment"];

    private static async Task<string> FreeAsync(StubbornTown people)
    {
        var proposal = People.Resident("vrij", "1.200");
        var id = await people.ApplyAsync(proposal);
        await people.ApproveAsync(id, "1.200");
        await people.WaitForMailAsync(People.Coordinator, $"Uitbetalen: {id}");
        return id;
    }

    private static async Task<string> SharedAsync(StubbornTown people)
    {
        var proposal = People.Resident("gedeeld", "4.000");
        var id = await people.ApplyAsync(proposal);
        await people.ApproveAsync(id, "4.000");
        await people.WaitForMailAsync(People.Coordinator, $"Uitbetalen: {id}");
        return id;
    }

    private static async Task<string> QuestionAsync(StubbornTown people)
    {
        var proposal = People.Resident("vraag", "800");
        var id = await people.ApplyAsync(proposal);
        await people.FollowAsync(People.Reviewer, $"Beslis over initiatief {id}", "Stel de vraag", Decisions.Question("Waar koken jullie?"));
        await people.AnswerAsync(proposal.Email, id);
        await people.WaitForMailAsync(People.Reviewer, $"Beslis over initiatief {id}", number: 2);
        await people.ApproveAsync(id, "800");
        await people.WaitForMailAsync(People.Coordinator, $"Uitbetalen: {id}");
        return id;
    }

    private static async Task<string> WithdrawnAsync(StubbornTown people)
    {
        var proposal = People.Resident("ingetrokken", "20.000");
        var id = await people.ApplyAsync(proposal);
        await people.ApproveAsync(id, "20.000");
        await people.ApproveAsync(id, "20.000", People.SecondReviewer);
        await people.WaitForMailAsync(proposal.Email, $"De gemeenteraad bespreekt uw initiatief {id}");
        await people.WithdrawAsync(proposal.Email, id);
        await people.WaitForMailAsync(proposal.Email, $"initiatief {id} ingetrokken");
        return id;
    }

    private static async Task AssertCaseAsync(
        Casebook cases, string id, InitiativeState state, IEnumerable<string> events, IEnumerable<string> mails)
    {
        await cases.ReachAsync(id, state);
        var last = mails.Last();
        await cases.MailedAsync(id, last);

        // An answer that comes while the app is away is there before the step notes when its question was sent.
        Assert.Equal(events.Order(StringComparer.Ordinal), (await cases.EventsAsync(id)).Where(happened => happened != "question-1-sent"));
        Assert.Equal(
            mails.Order(StringComparer.Ordinal),
            (await cases.MailsAsync(id)).Select(mail => mail.StartsWith("confirm-", StringComparison.Ordinal) ? "confirm" : mail));
    }

    private static async Task AssertMoneyAsync(Casebook cases, string[] ids)
    {
        foreach (var granted in ids[..3])
        {
            Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Grant], await cases.EntriesAsync(granted));
        }

        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Release], await cases.EntriesAsync(ids[3]));
        var balance = await cases.BalanceAsync();
        Assert.Equal((Euro.Whole(6000), Euro.Zero), (balance.Granted, balance.Reserved));
        await cases.AssertLedgerAddsUpAsync();
    }

    /// <summary>What lies in the mailboxes is what was remembered as sent: each mail once, also to the person who reads it.</summary>
    private static async Task AssertMailboxAsync(Casebook cases, StubbornTown people, string[] ids)
    {
        var delivered = await people.AllMailAsync();
        var remembered = 0;
        foreach (var id in ids)
        {
            remembered += (await cases.MailsAsync(id)).Count;
        }

        Assert.Equal(remembered, delivered.Count);
        Assert.Equal(remembered, delivered.Select(mail => mail.Headers["Message-ID"]).Distinct().Count());
    }
}
