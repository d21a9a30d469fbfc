using System.Text.Json;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Council;

public sealed class CouncilDecisionFormTests
{
    /// <summary>Half past midnight in town, still the day before in UTC.</summary>
    private static readonly DateTimeOffset Now = new(2026, 4, 14, 22, 30, 0, TimeSpan.Zero);

    private static readonly DateOnly AskedOn = new(2026, 4, 8);

    private static readonly Euro Advised = Euro.Whole(4000);

    private static readonly Initiative Initiative = Cases.CouncilDecides.With(Cases.VerdictOf(VerdictKind.Approve) with
    {
        Amount = Advised,
        ConditionCodes = ["permit", "van-vroeger"],
        Conditions = "Meld u vooraf.",
    });

    private static readonly CouncilDecisionForm Complete = new()
    {
        Choice = CouncilDecisionForm.Grant,
        Amount = "4.000,00",
        Ground = "costs",
        Reasons = "De raad is enthousiast.",
        DecidedOn = new DateParts("15", "4", "2026"),
        Meeting = "Raadsvergadering",
        AgendaItem = "7b",
        Published = "https://raad.oldenzaal.example/besluiten/12?punt=7b",
        Voting = CouncilDecisionForm.Unanimous,
    };

    [Fact]
    public void Read_Grant_IsTheDecisionWithTheAmountAndNoGround() => Assert.Equal(
        Decided(CouncilChoice.Grant) with { Amount = Advised, Duties = new CouncilDuties([], null) },
        Read(Complete));

    [Fact]
    public void Read_Decline_IsTheDecisionWithTheGroundAndNoAmount() => Assert.Equal(
        Decided(CouncilChoice.Decline) with { GroundCode = "costs" },
        Read(Complete with { Choice = CouncilDecisionForm.Decline }));

    [Fact]
    public void Of_Case_HasWhatIsAdvised()
    {
        var form = CouncilDecisionForm.Of(Initiative, Cases.Policy);

        Assert.Equal(["permit", "van-vroeger"], form.Duties.Codes);
        Assert.Equal(("4.000,00", "Meld u vooraf.", "Raadsvergadering"), (form.Amount, form.Duties.OwnWords, form.Meeting));
    }

    [Fact]
    public void From_PageFromBeforeDutiesWereAsked_KeepsThoseOfTheAdvice()
    {
        var form = CouncilDecisionForm.From(new FormCollection([]), Initiative, Cases.Policy);

        Assert.Equal(["permit", "van-vroeger"], form.Duties.Codes);
        Assert.Equal(("Meld u vooraf.", "Raadsvergadering"), (form.Duties.OwnWords, form.Meeting));
    }

    [Fact]
    public void Read_DutiesKeptDroppedAndAdded_AreThoseOfTheGrant()
    {
        var decided = Read(Complete with { Duties = new TypedDuties(["van-vroeger", "open-to-all"], "Bel de wijkagent.") })!;

        var granted = (Initiative with { CouncilDecision = decided }).VerdictToGrant!;
        Assert.Equal(["Van vroeger.", "Iedereen uit de buurt kan meedoen.", "Bel de wijkagent."], granted.DutiesIn(Cases.Policy));
        Assert.Equal("Meld u vooraf.", (Initiative with { CouncilDecision = Decided(CouncilChoice.Grant) }).VerdictToGrant!.DutiesIn(Cases.Policy)[^1]);
        Assert.Contains("Verplichting: Bel de wijkagent.", decided.InDutch(Cases.Policy), StringComparison.Ordinal);
        Assert.EndsWith(
            "Vergadering: Raadsvergadering, agendapunt 7b.\nU leest het besluit van de raad op https://raad.oldenzaal.example/besluiten/12?punt=7b", decided.InFull(Cases.Policy), StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_BeforeMeetingsAndDutiesWereAsked_KeepsTheDutiesOfTheAdvice()
    {
        const string Stored = """{"choice":"Grant","reasons":"Een goed plan.","decidedOn":"2026-04-14","recordedAt":"2026-04-15T09:00:00+02:00","amount":350000,"votes":[]}""";

        var decided = JsonSerializer.Deserialize<CouncilDecision>(Stored, StoredJson.Options)!;

        Assert.Equal((null, null, null, null), (decided.Meeting, decided.AgendaItem, decided.PublishedAt, decided.Duties));
        Assert.Equal("Bedrag: €\u00A03.500,00.\nEen goed plan.", decided.InFull(Cases.Policy));
        Assert.Equal("Meld u vooraf.", (Initiative with { CouncilDecision = decided }).VerdictToGrant!.Conditions);
    }

    [Fact]
    public void Read_DutyThatNobodyKnows_AsksToChooseAgain() =>
        AssertWrong(Complete with { Duties = new TypedDuties(["verzonnen"], "") }, TypedDuties.CodesField, "Kies opnieuw");

    [Fact]
    public void Read_OwnWordsAsLongAsThoseOfTheAdvice_AreTaken()
    {
        var together = new string('x', 12_000);
        var initiative = Initiative.With(Initiative.VerdictOf(1)! with { Conditions = together });

        Assert.Equal(together, CouncilDecisionForm.Of(initiative, Cases.Policy) is { Duties: var duties }
            ? (Complete with { Duties = duties }).Read(initiative, Cases.Policy, AskedOn, Now, [])!.Duties!.OwnWords
            : null);
        AssertWrong(Complete with { Duties = new TypedDuties([], together) }, TypedDuties.OwnWordsField, "ten hoogste 4000");
    }

    [Theory]
    [InlineData("http://raad.oldenzaal.example/besluit")]
    [InlineData("raad.oldenzaal.example/besluit")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://wij@raad.oldenzaal.example/")]
    [InlineData("https://raad.oldenzaal.example:8443/")]
    [InlineData("https://127.0.0.1/besluit")]
    [InlineData("https://localhost/besluit")]
    [InlineData("https://")]
    public void Read_AddressThatIsNoneOfThePublicWeb_SaysHowItBegins(string address) =>
        AssertWrong(Complete with { Published = address }, CouncilDecisionForm.PublishedField, "https://");

    [Fact]
    public void Read_AddressThatIsTooLong_SaysHowLongItMayBe() => AssertWrong(
        Complete with { Published = $"https://raad.oldenzaal.example/{new string('x', 300)}" }, CouncilDecisionForm.PublishedField, "ten hoogste 300 tekens");

    [Fact]
    public void Read_NoItemAndNoAddress_IsTakenWithoutThem()
    {
        var decided = Read(Complete with { AgendaItem = "", Published = "", Meeting = "Politiek beraad" })!;

        Assert.Equal((null, null, "politiek beraad"), (decided.AgendaItem, decided.PublishedAt, decided.MeetingInSentence));
    }

    [Fact]
    public void Read_NoMeetingOrTooLongAnItem_SaysWhatToFillIn()
    {
        AssertWrong(Complete with { Meeting = "" }, CouncilDecisionForm.MeetingField, "Vul in welke vergadering");
        AssertWrong(Complete with { AgendaItem = new string('7', 31) }, CouncilDecisionForm.AgendaItemField, "ten hoogste 30");
    }

    [Fact]
    public void Read_LowerAmount_IsTaken() => Assert.Equal(Euro.Whole(2500), Read(Complete with { Amount = "2500" })?.Amount);

    [Theory]
    [InlineData("4.000,01", "ten hoogste")]
    [InlineData("0", "hoger is dan nul")]
    [InlineData("veel", "bedrag")]
    [InlineData("", "bedrag")]
    public void Read_WrongAmount_SaysWhatToFillIn(string amount, string message) =>
        AssertWrong(Complete with { Amount = amount }, CouncilDecisionForm.AmountField, message);

    [Theory]
    [InlineData("")]
    [InlineData("van-vroeger")]
    [InlineData("ceiling-reached")] // the money is reserved
    public void Read_DeclineWithoutAGroundOfTheScheme_AsksForOne(string ground) =>
        AssertWrong(Complete with { Choice = CouncilDecisionForm.Decline, Ground = ground }, CouncilDecisionForm.GroundField, "Kies op welke grond");

    [Fact]
    public void Read_Votes_AreKeptByParty()
    {
        var voted = Complete with
        {
            Voting = CouncilDecisionForm.Voted,
            Votes = [new TypedVotes("Stadspartij", "5", ""), new TypedVotes("Samen Oldenzaal", "1", "3")],
        };
        Assert.Equal([new PartyVotes("Stadspartij", 5, 0), new PartyVotes("Samen Oldenzaal", 1, 3)], Read(voted)?.Votes ?? []);
        Assert.Equal("Gestemd: Stadspartij 5 voor en 0 tegen, Samen Oldenzaal 1 voor en 3 tegen.", Read(voted)?.VotesInDutch);
    }

    [Theory]
    [InlineData(CouncilDecisionForm.Grant, "3", "3", "geen meerderheid om toe te kennen")]
    [InlineData(CouncilDecisionForm.Grant, "2", "3", "U vulde in: 2 voor en 3 tegen.")]
    [InlineData(CouncilDecisionForm.Decline, "3", "2", "een meerderheid om toe te kennen")]
    [InlineData(CouncilDecisionForm.Grant, "", "", "per partij")]
    public void Read_VotesThatDoNotFitTheChoice_SaysWhatTheyAre(string choice, string inFavour, string against, string message) => AssertWrong(
        Complete with { Choice = choice, Voting = CouncilDecisionForm.Voted, Votes = [new TypedVotes("Stadspartij", inFavour, against)] },
        CouncilDecisionForm.VotingField,
        message);

    [Fact]
    public void Read_TieThatDeclines_IsTaken() => Assert.NotNull(Read(Complete with
    {
        Choice = CouncilDecisionForm.Decline,
        Voting = CouncilDecisionForm.Voted,
        Votes = [new TypedVotes("Stadspartij", "3", "3")],
    }));

    [Theory]
    [InlineData("drie")]
    [InlineData("-1")]
    [InlineData("101")]
    public void Read_VotesThatAreNoNumber_SaysSoAtTheBox(string inFavour)
    {
        var errors = new FormErrors();
        var form = Complete with { Voting = CouncilDecisionForm.Voted, Votes = [new TypedVotes("Stadspartij", inFavour, ""), new TypedVotes("Samen Oldenzaal", "3", "")] };
        Assert.Null(form.Read(Initiative, Cases.Policy, AskedOn, Now, errors));
        Assert.Equal(TypedVotes.InFavourField("Stadspartij"), Assert.Single(errors).Field);
    }

    [Fact]
    public void Read_OnTheDayThatTheCaseWentToTheCouncil_IsTaken() =>
        Assert.NotNull(Read(Complete with { DecidedOn = new DateParts("8", "4", "2026") }));

    [Fact]
    public void Read_Empty_AsksForEverything()
    {
        var errors = new FormErrors();

        Assert.Null(new CouncilDecisionForm().Read(Initiative, Cases.Policy, AskedOn, Now, errors));
        Assert.Equal(
            [CouncilDecisionForm.ChoiceField, CouncilDecisionForm.DecidedOnField, CouncilDecisionForm.MeetingField, CouncilDecisionForm.ReasonsField, CouncilDecisionForm.VotingField],
            errors.Select(error => error.Field));
        Assert.All(errors, error => Assert.Matches("^(Kies|Vul) .*\\.$", error.Message));
    }

    [Theory]
    [InlineData("16", "4", "2026", "niet in de toekomst")]
    [InlineData("7", "4", "2026", "van 8 april 2026 of later")]
    [InlineData("31", "4", "2026", "bijvoorbeeld 14 9 2026")]
    [InlineData("", "4", "2026", "bijvoorbeeld 14 9 2026")]
    public void Read_WrongDay_SaysWhatToFillIn(string day, string month, string year, string message) =>
        AssertWrong(Complete with { DecidedOn = new DateParts(day, month, year) }, CouncilDecisionForm.DecidedOnField, message);

    [Fact]
    public void Read_ReasonsAtTheLimit_AreTakenAndBeyondItNot()
    {
        var longest = new string('x', 4000);

        Assert.NotNull(Read(Complete with { Reasons = longest }));
        AssertWrong(Complete with { Reasons = longest + "x" }, CouncilDecisionForm.ReasonsField, "Nu zijn het er 4001");
    }

    [Fact]
    public void Read_UnknownChoice_AsksToChoose() =>
        AssertWrong(Complete with { Choice = "uitstellen" }, CouncilDecisionForm.ChoiceField, "Kies wat de raad heeft besloten");

    private static CouncilDecision Decided(CouncilChoice choice) => new(choice, "De raad is enthousiast.", new DateOnly(2026, 4, 15), Now)
    {
        Meeting = "Raadsvergadering",
        AgendaItem = "7b",
        PublishedAt = new Uri("https://raad.oldenzaal.example/besluiten/12?punt=7b"),
    };

    private static CouncilDecision? Read(CouncilDecisionForm form) => form.Read(Initiative, Cases.Policy, AskedOn, Now, []);

    private static void AssertWrong(CouncilDecisionForm form, string field, string message)
    {
        var errors = new FormErrors();

        Assert.Null(form.Read(Initiative, Cases.Policy, AskedOn, Now, errors));
        Assert.Equal(field, Assert.Single(errors).Field);
        Assert.Contains(message, errors[0].Message, StringComparison.Ordinal);
    }
}
