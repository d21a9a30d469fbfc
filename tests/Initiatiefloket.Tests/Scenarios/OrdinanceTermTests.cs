using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town whose ordinance sets the term for decisions, and lets it only tell a later date (Awb 4:14, first paragraph).</summary>
public sealed class OrdinanceTermTests(OrdinanceFixture fixture) : IClassFixture<OrdinanceFixture>
{
    [Fact]
    public async Task LaterDate_IsToldAndMovesNothing()
    {
        var proposal = Townspeople.Resident("verordening");
        var id = await fixture.Town.ApplyAsync(proposal);
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains("8 weken (artikel 7 van de subsidieverordening)", desk.Text, StringComparison.Ordinal);

        // Eight weeks from 2 March end on King's Day, which an ordinance does not move.
        Assert.Contains("De wettelijke termijn en de dwangsom blijven lopen vanaf 27 april 2026.", desk.Text, StringComparison.Ordinal);
        var told = await coordinator.PressAsync(desk, "Noem 22 juni 2026", ("reden", "Wij wachten op een advies."));

        Assert.Contains("al een latere datum: 22 juni 2026", told.Text, StringComparison.Ordinal);
        Assert.Contains("De aanvrager is een latere datum genoemd. De wettelijke termijn bleef gelijk.", told.Text, StringComparison.Ordinal);
        var mail = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Wij hebben meer tijd nodig voor uw aanvraag {id}");
        Assert.Contains("maandag 22 juni 2026", mail.Text!, StringComparison.Ordinal);
        Assert.Contains("De wettelijke termijn blijft 27 april 2026.", mail.Text!, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 4, 27), (await fixture.Cases.GetAsync(id)).Clock!.DecideBy(WorkingDays.OfLaw));

        // From the day after the original date a notice of default counts.
        fixture.Clock.SetUtcNow(LocalTime.StartOf(new DateOnly(2026, 4, 28)).AddHours(9));
        desk = await coordinator.PressAsync(
            await coordinator.OpenAsync(await fixture.DeskLinkAsync(id)),
            "Leg de ingebrekestelling vast",
            ("ontvangen.day", "28"),
            ("ontvangen.month", "4"),
            ("ontvangen.year", "2026"));
        Assert.Contains("Is er op 13 mei 2026 nog geen besluit", desk.Text, StringComparison.Ordinal);
    }
}

/// <summary>That town.</summary>
public sealed class OrdinanceFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [];

    protected override string[] Settings
    {
        get
        {
            _policies.Add(new PolicyDraft(json =>
            {
                var (decision, extension) = (json["terms"]!["decision"]!, json["terms"]!["extension"]!);
                (decision["setBy"], decision["article"]) = ("verordening", "artikel 7 van de subsidieverordening");
                (extension["basis"], extension["article"]) = ("awb-4:14-1", "Awb 4:14, eerste lid");
            }));
            return [$"--Policy:File={_policies[^1].File}"];
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
