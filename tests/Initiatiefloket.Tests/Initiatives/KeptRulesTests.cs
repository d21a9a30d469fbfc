using Azure.Data.Tables;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Initiatives;

[Collection(nameof(OnStorage))]
public sealed class KeptRulesTests(AppStorage storage)
{
    // All that a case keeps is other than in the policy that it began with, and so is what it does not keep.
    private static Policy Later { get; } = Cases.Policy with
    {
        Version = "later",
        Themes = [Cases.Policy.Themes[0]],
        Neighbourhoods = [Cases.Policy.Neighbourhoods[0]],
        Bands = [Cases.Policy.Bands[0]],
        Amounts = Cases.Policy.Amounts with { Minimum = Euro.Whole(1) },
        Terms = Cases.Policy.Terms with { Objection = new Term(1, TermUnit.Weeks) },
        Limits = new Limits(1, 1),
        Council = new Initiatiefloket.Policies.Council([Cases.Policy.Council.Members[0]], 1, new Term(1, TermUnit.Days)) { Answer = new Term(9, TermUnit.Days), Recesses = [] },
        DeadlineSignals = [1],
        SupportersNeeded = 7,
        Rubric = [Cases.Policy.Rubric[0]],
        Duties = [],
        Scheme = Cases.Policy.Scheme with { Article = "artikel 99" },
        Regimes = [Cases.Policy.Regimes[^1]],
        RefusalReasons = [Cases.Policy.RefusalReasons[0]],
        WithdrawalReasons = [Cases.Policy.WithdrawalReasons[0]],
        Reviewers = [Cases.Policy.Reviewers[0]],
        Municipality = Cases.Policy.Municipality with { Phone = "0541 00 00 00" },
        PenaltyRates = [Cases.Policy.PenaltyRates[0], new PenaltyRates(new DateOnly(2027, 1, 1), Euro.Whole(25), Euro.Whole(36), Euro.Whole(47))],
    };

    [Fact]
    public void For_CaseThatBeganBefore_HasItsRulesWithThePeopleOfToday()
    {
        var begun = Cases.Draft.Receive(Cases.ReceivedAt, Cases.Policy)!;

        Assert.Equivalent(
            Cases.Policy with
            {
                Council = Later.Council with { CallInsNeeded = Cases.Policy.Council.CallInsNeeded, Window = Cases.Policy.Council.Window },
                Reviewers = Later.Reviewers,
                Municipality = Later.Municipality,
                PenaltyRates = Later.PenaltyRates,
            },
            Later.For(begun),
            strict: true);
    }

    [Fact]
    public void For_CaseThatKeepsNone_IsThePolicyOfToday() => Assert.Same(Later, Later.For(Cases.InReview));

    // Whoever adds a key to the policy chooses: a case keeps it, or goes by that of today.
    [Fact]
    public void Of_EachPartOfThePolicy_IsKeptOrNamedAsOfToday()
    {
        string[] ofToday =
        [
            nameof(Policy.Municipality), nameof(Policy.Reviewers), nameof(Policy.Eligibility), nameof(Policy.FormQuestions), nameof(Policy.PenaltyRates),
            nameof(Policy.Mail), nameof(Policy.Documents), nameof(Policy.Retention), nameof(Policy.Remedies), nameof(Policy.Pots), nameof(Policy.PotYearBy), nameof(Policy.WorkingDays),
        ];
        string[] inPart = [nameof(Policy.Council)];
        var parts = typeof(Policy).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        var kept = typeof(KeptRules).GetProperties().Select(property => property.Name);
        Assert.Empty(parts.Except(kept).Except(ofToday).Except(inPart));
    }

    [Fact]
    public void Id_OfTheSameRules_IsTheSame()
    {
        Assert.Equal(KeptRules.Of(Cases.Policy).Id, KeptRules.Of(Cases.Policy with { Reviewers = Later.Reviewers }).Id);
        Assert.NotEqual(KeptRules.Of(Cases.Policy).Id, KeptRules.Of(Cases.Policy with { SupportersNeeded = 7 }).Id);
    }

    [Fact]
    public async Task Receive_ReadByAnotherInstance_HasTheRulesOfThatDay()
    {
        var draft = new UnconfirmedApplication("form", Cases.Draft with { Id = "T-rules" }, Cases.Application, Cases.Applicant);
        var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, Cases.ReceivedAt, Actor.Applicant);
        await storage.Initiatives.SaveUnconfirmedAsync(draft, drafted, CancellationToken.None);
        var submitted = new InitiativeEvent("submitted", InitiativeEventKind.Submitted, Cases.ReceivedAt, Actor.Applicant);
        await storage.Initiatives.ChangeAsync("T-rules", submitted, current => current.Receive(Cases.ReceivedAt, Cases.Policy), CancellationToken.None);

        var tables = new TableServiceClient(storage.Connection);
        var other = new InitiativeTable(tables, new ChangeFeedTable(tables), []);
        var read = await other.GetAsync("T-rules", CancellationToken.None);
        Assert.Equivalent(KeptRules.Of(Cases.Policy), read.Rules, strict: true);

        // A change by that instance keeps them.
        var moved = new InitiativeEvent("moved", InitiativeEventKind.ReviewOpened, Cases.ReceivedAt, Actor.Workflow);
        await other.ChangeAsync("T-rules", moved, current => current.MoveTo(InitiativeState.InReview), CancellationToken.None);
        Assert.Equal(KeptRules.Of(Cases.Policy).Id, (await storage.Initiatives.GetAsync("T-rules", CancellationToken.None)).Rules?.Id);
    }
}
