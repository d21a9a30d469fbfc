using Azure.Data.Tables;
using Initiatiefloket.Demo;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.EndToEndTests.Upgrade;

/// <summary>
/// Running workflows outlive deployments: cases that an earlier build began end on this one. That build's histories stand in <c>frozen-town.json</c>;
/// <c>LOKET_FREEZE=1 dotnet test tests/Initiatiefloket.EndToEndTests --filter UpgradeTests</c> writes it anew, on the commit that is deployed, before the next one is made.
/// </summary>
[Collection(BesideTheKills.Name)]
public sealed class UpgradeTests
{
    private const string InReview = "wordt.beslist@bewoner.example";
    private const string Asked = "krijgt.een.vraag@bewoner.example";
    private const string InWindow = "raad.kijkt.mee@bewoner.example";

    private static readonly string FrozenFile = Path.Combine(Repository.Root, "tests", "Initiatiefloket.EndToEndTests", "Upgrade", "frozen-town.json");
    // A frozen town is opened elsewhere too, so it is sealed under a key that stands beside it.
    private static readonly string Key = $"--Keys:LocalFile={Path.ChangeExtension(FrozenFile, ".key")}";

    private static readonly DateTimeOffset AMonday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Cases_BegunOnThisBuild_CanBeFrozenAndEnd()
    {
        var town = await FreezeAsync();
        if (Environment.GetEnvironmentVariable("LOKET_FREEZE") is { Length: > 0 })
        {
            town.Write(FrozenFile);
        }

        await AssertAllEndAsync(town);
    }

    [Fact]
    public Task Cases_BegunOnAnEarlierBuild_EndOnThisOne() => AssertAllEndAsync(FrozenTown.Read(FrozenFile));

    /// <summary>Begins three cases: one in review, one that waits for its applicant, one that the council looks at.</summary>
    private static async Task<FrozenTown> FreezeAsync()
    {
        var clock = new ManualClock(AMonday);
        var storage = await StorageAccounts.TakeAsync();
        await using var host = await LoketHost.StartAsync(storage, clock, Key);
        var town = new Town(host.Address, host.Post);
        await town.ApplyAsync(new Proposal { Email = InReview });
        var asked = await town.ApplyAsync(new Proposal { Email = Asked });
        await town.AskAsync(Townspeople.Welfare, asked, "In welk gebouw?");
        await host.Post.WaitForAsync(Asked, $"Vraag over uw initiatief {asked}");
        var looked = await town.ApplyAsync(new Proposal { Email = InWindow, Asked = "4.000" });
        await town.ApproveAsync(Townspeople.Welfare, looked, "4.000");
        await host.Post.WaitForAsync(Townspeople.Fatma, looked);
        return await new Freezer(storage).FreezeAsync(host, clock.GetUtcNow());
    }

    private static async Task AssertAllEndAsync(FrozenTown town)
    {
        var clock = new ManualClock(town.Moment + TimeSpan.FromHours(1));
        var storage = await StorageAccounts.TakeAsync();
        await new Freezer(storage).RestoreStorageAsync(town);
        await using var host = await LoketHost.StartAsync(storage, clock, Key);
        Freezer.RestoreWorkflows(town, host);
        var (first, second, third) = (IdOf(town, InReview), IdOf(town, Asked), IdOf(town, InWindow));

        await ApproveAsync(host, town.LinkFor(Townspeople.Welfare, first));
        await AnswerAsync(host, town.LinkFor(Asked, "Vraag over uw initiatief"));
        await ApproveAsync(host, (await host.Post.WaitForAsync(Townspeople.Welfare, $"Beslis: …initiatief {second}")).Link);
        clock.Advance(TimeSpan.FromDays(10));

        var cases = new StoredCases(new TableServiceClient(storage));
        foreach (var id in new[] { first, second, third })
        {
            await cases.ReachAsync(id, InitiativeState.Granted);
            await cases.MailedAsync(id, "payment");
            var ended = await host.Workflows.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
            Assert.Equal((OrchestrationRuntimeStatus.Completed, Ending.Granted), (ended.RuntimeStatus, ended.ReadOutputAs<Ending>()));
        }

        await cases.AssertLedgerAddsUpAsync();
    }

    private static string IdOf(FrozenTown town, string email) =>
        town.Mails.Select(mail => (mail.To, Reference: mail.Subject.Split(' ', '(', ')').FirstOrDefault(word => word.StartsWith("BI-", StringComparison.Ordinal))))
            .First(mail => mail.To == email && mail.Reference is not null).Reference!;

    private static async Task ApproveAsync(LoketHost host, string link)
    {
        using var professional = host.NewVisitor();
        var page = await professional.OpenAsync(link);
        await professional.DecideAsync(page, "Ken toe", Decisions.Approval(page));
    }

    private static async Task AnswerAsync(LoketHost host, string link)
    {
        using var resident = host.NewVisitor();
        var status = await resident.OpenAsync(link);
        var question = await resident.OpenAsync(status.LinkTo("Beantwoord de vraag"));
        await resident.PressAsync(question, "Verstuur antwoorden", [.. question.FieldsLike("antwoord[").Select(field => (field, "In het wijkhuis."))]);
    }
}
