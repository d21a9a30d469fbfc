using System.Collections.Concurrent;
using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Demo;

/// <summary>Six proposals and how they end.</summary>
/// <param name="town">Who do it.</param>
/// <param name="post">Their mail.</param>
/// <param name="say">Hears, line by line, what happens.</param>
internal sealed class Play(Town town, PostOffice post, Action<string> say)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<(string Title, string Address)> _statusPages = new();

    /// <summary>The applicants' own pages.</summary>
    public IEnumerable<(string Title, string Address)> StatusPages => _statusPages;

    /// <summary>The six, which do not wait for each other.</summary>
    public IReadOnlyList<Act> Acts =>
    [
        new(InitiativeState.Granted, EatTogetherAsync),
        new(InitiativeState.Granted, EscapeRoomAsync),
        new(InitiativeState.Granted, CyclingBuddiesAsync),
        new(InitiativeState.Granted, NeighbourhoodGardenAsync),
        new(InitiativeState.Rejected, FireworksAsync),
        new(InitiativeState.SetAside, RepairCafeAsync),
    ];

    public async Task RunAsync()
    {
        foreach (var act in Acts)
        {
            await act.PlayAsync();
        }
    }

    private async Task<string> EatTogetherAsync()
    {
        var id = await ApplyAsync(Proposals.EatTogether);
        await town.ApproveAsync(Townspeople.Welfare, id, "1.200");
        return await EndAsync(Proposals.EatTogether, id, "De professional kent toe; onder de € 2.500 is dat meteen een besluit");
    }

    private async Task<string> EscapeRoomAsync()
    {
        var id = await ApplyAsync(Proposals.EscapeRoom);
        await town.ApproveAsync(Townspeople.Youth, id, "4.500");
        Tell("De raad kijkt mee en zwijgt");
        return await EndAsync(Proposals.EscapeRoom, id, "Na de termijn wordt toegekend");
    }

    private async Task<string> CyclingBuddiesAsync()
    {
        var id = await ApplyAsync(Proposals.CyclingBuddies);
        await town.AskAsync(Townspeople.Care, id, "Wie onderhoudt de duofietsen?");
        Tell("De professional stelt een vraag; de wettelijke termijn staat stil");
        await AnswerAsync(Proposals.CyclingBuddies.Email, id, "De fietsenmaker in de Deurningerstraat doet dat gratis.");
        Tell("De aanvrager antwoordt");
        await WaitForSecondRoundAsync(Townspeople.Care, id);
        await town.ApproveAsync(Townspeople.Care, id, "2.000");
        return await EndAsync(Proposals.CyclingBuddies, id, "De professional kent een deel van het bedrag toe");
    }

    private async Task<string> NeighbourhoodGardenAsync()
    {
        var proposal = Proposals.NeighbourhoodGarden;
        var id = await ApplyAsync(proposal);
        await town.ApproveAsync(Townspeople.Health, id, "7.500");
        await town.FollowAsync(Townspeople.Henk, id, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await town.FollowAsync(Townspeople.Fatma, id, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        Tell("Twee raadsleden willen het bespreken; er wordt niets toegekend");
        // The day in town, which begins before that of the clock of a machine elsewhere.
        var today = LocalTime.DayOf(TimeProvider.System.GetUtcNow());
        await town.FollowAsync(
            Townspeople.Coordinator,
            $"({id})",
            "Leg het besluit vast",
            ("besluit", "toekennen"),
            ("redenen", "De raad wil dat de tuin voor de hele wijk open is."),
            ("stemming", "zonder"),
            ("datum.day", $"{today.Day}"),
            ("datum.month", $"{today.Month}"),
            ("datum.year", $"{today.Year}"));
        return await EndAsync(proposal, id, "De raad kent toe; de coördinator legt het vast");
    }

    private async Task<string> FireworksAsync()
    {
        var id = await ApplyAsync(Proposals.Fireworks);
        await town.DeclineAsync(Townspeople.Work, id);
        return await EndAsync(Proposals.Fireworks, id, "De professional wijst af, met redenen");
    }

    private async Task<string> RepairCafeAsync()
    {
        var id = await ApplyAsync(Proposals.RepairCafe);
        await town.AskAsync(Townspeople.Welfare, id, "In welk gebouw komt het repaircafé?");
        Tell("De professional stelt een vraag; de wettelijke termijn staat stil");
        await AnswerAsync(Proposals.RepairCafe.Email, id, "Dat weten wij nog niet.");
        Tell("De aanvrager antwoordt, maar niet genoeg");
        await WaitForSecondRoundAsync(Townspeople.Welfare, id);
        await town.SetAsideAsync(Townspeople.Welfare, id);
        return await EndAsync(Proposals.RepairCafe, id, "De professional stelt de aanvraag buiten behandeling (Awb 4:5)");
    }

    private async Task<string> ApplyAsync(Proposal proposal)
    {
        say("");
        Tell($"{proposal.Name} vraagt € {proposal.Asked} voor \"{proposal.Title}\"");
        var id = await town.ApplyAsync(proposal);
        Tell($"E-mailadres bevestigd: {id}");
        return id;
    }

    private async Task AnswerAsync(string email, string id, string answer)
    {
        var status = await town.OpenAsync(email, $"Vraag over uw initiatief {id}");
        using var resident = new Visitor(status.Address);
        var page = await resident.OpenAsync(status.LinkTo("Beantwoord de vraag"));
        await resident.PressAsync(page, "Verstuur antwoorden", [.. page.FieldsLike("antwoord[").Select(field => (field, answer))]);
    }

    private Task<PageSeen> WaitForSecondRoundAsync(string reviewer, string id) => Eventually.FindAsync("the second round", async () =>
    {
        var page = await town.OpenAsync(reviewer, $"initiatief {id}");
        return page.Buttons.Contains("Ken toe") ? page : null;
    });

    private async Task<string> EndAsync(Proposal proposal, string id, string how)
    {
        Tell(how);
        var decided = await post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        _statusPages.Enqueue((proposal.Title, decided.Link));
        Tell("De aanvrager heeft de brief");
        return id;
    }

    private void Tell(string what) => say($"  {Stopwatch.GetElapsedTime(_started).TotalSeconds,5:0.0} s  {what}");
}
