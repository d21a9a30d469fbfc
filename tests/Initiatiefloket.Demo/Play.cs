using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Demo;

/// <summary>Six proposals and how they end.</summary>
internal sealed class Play(Town town, PostOffice post)
{
    private const string Welfare = "e.kamphuis@oldenzaal.example";
    private const string Youth = "y.amrani@oldenzaal.example";
    private const string Care = "g.nijhuis@oldenzaal.example";
    private const string Work = "b.oudeluttikhuis@oldenzaal.example";
    private const string Health = "s.velthuis@oldenzaal.example";
    private const string Coordinator = "coordinator@oldenzaal.example";
    private const string Henk = "h.wiggers@raad.oldenzaal.example";
    private const string Fatma = "f.yildiz@raad.oldenzaal.example";

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<(string Title, string Address)> _statusPages = [];

    /// <summary>The applicants' own pages.</summary>
    public IReadOnlyList<(string Title, string Address)> StatusPages => _statusPages;

    public async Task RunAsync()
    {
        await EatTogetherAsync();
        await EscapeRoomAsync();
        await CyclingBuddiesAsync();
        await NeighbourhoodGardenAsync();
        await FireworksAsync();
        await RepairCafeAsync();
    }

    private async Task EatTogetherAsync()
    {
        var id = await ApplyAsync(Proposals.EatTogether);
        await town.ApproveAsync(Welfare, id, "1.200");
        await EndAsync(Proposals.EatTogether, id, "De professional kent toe; onder de € 2.500 is dat meteen een besluit");
    }

    private async Task EscapeRoomAsync()
    {
        var id = await ApplyAsync(Proposals.EscapeRoom);
        await town.ApproveAsync(Youth, id, "4.500");
        Tell("De raad kijkt mee en zwijgt");
        await EndAsync(Proposals.EscapeRoom, id, "Na de termijn wordt toegekend");
    }

    private async Task CyclingBuddiesAsync()
    {
        var id = await ApplyAsync(Proposals.CyclingBuddies);
        await town.AskAsync(Care, id, "Wie onderhoudt de duofietsen?");
        Tell("De professional stelt een vraag; de wettelijke termijn staat stil");
        await AnswerAsync(Proposals.CyclingBuddies.Email, id, "De fietsenmaker in de Deurningerstraat doet dat gratis.");
        Tell("De aanvrager antwoordt");
        await WaitForSecondRoundAsync(Care, id);
        await town.ApproveAsync(Care, id, "2.000");
        await EndAsync(Proposals.CyclingBuddies, id, "De professional kent een deel van het bedrag toe");
    }

    private async Task NeighbourhoodGardenAsync()
    {
        var proposal = Proposals.NeighbourhoodGarden;
        var id = await ApplyAsync(proposal);
        await town.ApproveAsync(Health, id, "7.500");
        await town.FollowAsync(Henk, id, "Ik wil dit in de raad bespreken");
        await town.FollowAsync(Fatma, id, "Ik wil dit in de raad bespreken");
        Tell("Twee raadsleden willen het bespreken; er wordt niets toegekend");
        var today = DateTime.Today;
        await town.FollowAsync(
            Coordinator,
            $"({id})",
            "Leg het besluit vast",
            ("besluit", "toekennen"),
            ("redenen", "De raad wil dat de tuin voor de hele wijk open is."),
            ("datum.day", $"{today.Day}"),
            ("datum.month", $"{today.Month}"),
            ("datum.year", $"{today.Year}"));
        await EndAsync(proposal, id, "De raad kent toe; de coördinator legt het vast");
    }

    private async Task FireworksAsync()
    {
        var id = await ApplyAsync(Proposals.Fireworks);
        await town.DeclineAsync(Work, id);
        await EndAsync(Proposals.Fireworks, id, "De professional wijst af, met redenen");
    }

    private async Task RepairCafeAsync()
    {
        var id = await ApplyAsync(Proposals.RepairCafe);
        await town.AskAsync(Welfare, id, "In welk gebouw komt het repaircafé?");
        Tell("De professional stelt een vraag; niemand antwoordt");
        await EndAsync(Proposals.RepairCafe, id, "De aanvraag wordt niet behandeld (Awb 4:5)");
    }

    private async Task<string> ApplyAsync(Proposal proposal)
    {
        Console.WriteLine();
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

    private async Task EndAsync(Proposal proposal, string id, string how)
    {
        Tell(how);
        var decided = await post.WaitForAsync(proposal.Email, $"Besluit over uw initiatief {id}");
        _statusPages.Add((proposal.Title, decided.Link));
        Tell("De aanvrager heeft de brief");
    }

    private void Tell(string what) => Console.WriteLine($"  {Stopwatch.GetElapsedTime(_started).TotalSeconds,5:0.0} s  {what}");
}
