using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Initiatiefloket.Endings;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Infra;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Endings.Letters;

/// <summary>
/// What each letter says. The files beside this one hold the letters whole, to be read by people; <c>LOKET_LETTERS=1 dotnet test</c> writes them anew.
/// </summary>
public sealed partial class LetterWordsTests
{
    private const string Rewrite = "LOKET_LETTERS";

    /// <summary>A Friday: six weeks later is Friday 5 June.</summary>
    private static readonly DateOnly SentOn = new(2026, 4, 24);

    public static TheoryData<LetterKind> Kinds { get; } = [.. Enum.GetValues<LetterKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKind_ReadsAsItsFile(LetterKind kind) => AssertReadsAs($"{kind}.nl.txt", LetterTexts.Of(Sent(kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Translation_OfEachKind_ReadsAsItsFile(LetterKind kind) => AssertReadsAs($"{kind}.en.txt", LetterTexts.WithMarks(SentInEnglish(kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Translation_OfEachKind_SaysThatOnlyTheDutchLetterCountsAndNamesTheSameDays(LetterKind kind)
    {
        var (letter, translation) = (Sent(kind), SentInEnglish(kind));

        Assert.StartsWith("This is a translation for your convenience. Only the letter in Dutch", translation.Notice[0], StringComparison.Ordinal);
        Assert.Equal("en", translation.Language);
        Assert.Equal(DaysIn(LetterTexts.Of(letter)), DaysIn(LetterTexts.Of(translation)));
        Assert.Equal(
            letter.Body.Concat(letter.Below).Select(block => (block.Kind, block.Lines.Count)),
            translation.Body.Concat(translation.Below).Select(block => (block.Kind, block.Lines.Count)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKind_HasTheSameWordsForAnApplicantWhoAlsoGetsATranslation(LetterKind kind)
    {
        var letter = SampleLetters.Of(kind);

        var written = SampleLetters.Words.Of(letter with { Head = letter.Head with { Language = "en" } }).SentOn(SentOn, Cases.Policy.WorkingDays);

        Assert.Equal(LetterTexts.Of(Sent(kind)), LetterTexts.Of(written));
        Assert.Null(Sent(kind).Translation);
        Assert.Null(SampleLetters.Words.Of(letter with { Head = letter.Head with { Language = "nl" } }).Translation);
    }

    private static void AssertReadsAs(string file, string text)
    {
        var path = Repository.PathOf("tests", "Initiatiefloket.Tests", "Endings", "Letters", file);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKind_LeavesNothingOpen(LetterKind kind)
    {
        var letter = Sent(kind);

        Assert.All([letter.Subject, .. letter.Body.SelectMany(block => block.Lines), .. letter.Below.SelectMany(block => block.Lines)], Wording.AssertComplete);
        Assert.DoesNotContain(LetterTexts.Of(letter), sign => sign is '\uE000' or '\uE001');
        Assert.DoesNotContain("voorwaarde", LetterTexts.Of(letter), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EachKind_SaysHowToObjectUntilWhichDayUnlessItDecidesNothing(LetterKind kind)
    {
        var below = string.Join('\n', Sent(kind).Below.SelectMany(block => block.Lines));

        Assert.Equal(kind.IsDecision, below.Contains("uiterlijk op vrijdag 5 juni 2026", StringComparison.Ordinal));
        Assert.Equal(kind.IsDecision, below.Contains("op internet: https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_StoredAndReadBack_IsTheSame(LetterKind kind)
    {
        var written = SampleLetters.Words.Of(SampleLetters.Of(kind));

        var read = JsonSerializer.Deserialize<LetterDocument>(JsonSerializer.Serialize(written, StoredJson.Options), StoredJson.Options)!;

        Assert.Equal(LetterTexts.Of(written.SentOn(SentOn, Cases.Policy.WorkingDays)), LetterTexts.Of(read.SentOn(SentOn, Cases.Policy.WorkingDays)));
    }

    [Fact]
    public void Document_FrozenBeforeThereWereTranslations_ReadsAsItDid()
    {
        var written = SampleLetters.Words.Of(SampleLetters.Of(LetterKind.Award));
        var stored = JsonSerializer.SerializeToNode(written, StoredJson.Options)!.AsObject();
        Assert.All(["notice", "closing", "translation"], name => stored.Remove(name));

        var read = stored.Deserialize<LetterDocument>(StoredJson.Options)!;

        Assert.Equal(LetterTexts.Of(written), LetterTexts.Of(read));
        Assert.Null(read.Translation);
    }

    [Theory]
    [InlineData("Reasons: \uE002één\uE003 and \uE002twee\uE003.", "Reasons: |één*| and |twee*|.")]
    [InlineData("\uE002Alleen een begin", "Alleen een begin")]
    [InlineData("Alleen een eind\uE003", "Alleen een eind")]
    [InlineData("", "")]
    public void LetterRuns_OfALine_AreItsStretches(string line, string runs) =>
        Assert.Equal(runs, string.Join('|', LetterRun.Of(line).Select(run => run.Language is null ? run.Text : $"{run.Text}*")));

    [Fact]
    public void LetterRuns_OfABrokenText_GoOnOnTheNextLine() => Assert.Equal(
        ["One \uE002twee\uE003", "\uE002drie\uE003", "\uE002vier\uE003 five", "six"],
        LetterRun.Whole(["One \uE002twee", "drie", "vier\uE003 five", "six"]));

    [Fact]
    public void Of_PartWithoutWords_IsNotMade()
    {
        var letter = (RecoveryModel)SampleLetters.Of(LetterKind.Recovery) with { HowToPay = " " };

        Assert.Contains("lacks a part", Assert.Throws<InvalidOperationException>(() => SampleLetters.Words.Of(letter)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("Dit is een reden.", " ")]
    public void Reasons_NoneOrAnEmptyOne_AreNoReasons(params string[] reasons) => Assert.Throws<ArgumentException>(() => new Reasons(reasons));

    [Theory]
    [InlineData(499_99, 499_99, LetterKind.SettledAward)]
    [InlineData(800_00, 499_99, LetterKind.SettledAward)]
    [InlineData(500_00, 500_00, LetterKind.Award)]
    [InlineData(4999_99, 4999_99, LetterKind.Award)]
    [InlineData(6000_00, 5000_00, LetterKind.PartialAward)]
    public void KindOf_Grant_GoesByRegimeAndAmount(long asked, long granted, LetterKind kind)
    {
        var initiative = Cases.Approved with { Asked = new Euro(asked) };

        Assert.Equal(kind, GrantCases.KindOf(initiative.With(initiative.VerdictOf(1)! with { Amount = new Euro(granted) }), Cases.Policy));
    }

    [Theory]
    [InlineData(4999_99, "Wij verlenen u een subsidie van €\u00A04.999,99. Dit bedrag staat vast", "U hoeft geen vaststelling aan te vragen.")]
    [InlineData(5000_00, "Wij verlenen u een subsidie van ten hoogste €\u00A05.000,00", "Vraag ons na afloop om de subsidie vast te stellen")]
    public void Award_ACentBelowAndAtFiveThousand_DiffersInAmountAndSettling(long cents, string amount, string settling)
    {
        var one = SampleLetters.Case(6000, 5000);
        var granted = one.Initiative.With(one.Initiative.VerdictOf(1)! with { Amount = new Euro(cents) }) with { Asked = new Euro(cents) };

        var text = LetterTexts.Of(SampleLetters.Words.Of((one with { Initiative = granted }).ToModel(LetterKind.Award, Cases.Policy)).SentOn(SentOn, Cases.Policy.WorkingDays));

        Assert.Contains(amount, text, StringComparison.Ordinal);
        Assert.Contains(settling, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-01", "2026-11-30", "uiterlijk op maandag 1 maart 2027")]
    [InlineData("2026-09-01", null, "uiterlijk op dinsdag 1 december 2026")]
    [InlineData(null, null, "uiterlijk op vrijdag 23 juli 2027")] // a year and thirteen weeks after the letter
    public void Award_WithAndWithoutDays_SaysWhenItIsSettled(string? startsOn, string? endsOn, string settled)
    {
        var one = SampleLetters.Case(4000, 4000);
        var dated = one with { Application = one.Application with { StartsOn = DayOf(startsOn), EndsOn = DayOf(endsOn) } };

        Assert.Contains(settled, LetterTexts.Of(SampleLetters.Words.Of(dated.ToModel(LetterKind.Award, Cases.Policy)).SentOn(SentOn, Cases.Policy.WorkingDays)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalGround.Professional, "- De kosten zijn te hoog voor wat het plan oplevert. (Subsidieregeling bewonersinitiatieven, artikel 7)", "De begroting heeft twee posten voor dezelfde zaal.")]
    [InlineData(RefusalGround.Council, "De gemeenteraad heeft op 14 april 2026 besloten om uw plan niet te steunen.", "De raad vindt dit een goed plan.")]
    [InlineData(RefusalGround.PotIsEmpty, "artikel 4:25, tweede lid", "Uw aanvraag was volledig op 2 maart 2026, 09:00 uur.")]
    public void Refusal_OnEachGround_GivesGroundArticleAndFacts(RefusalGround ground, string article, string facts)
    {
        var text = LetterTexts.Of(SampleLetters.Words.Of(SampleLetters.Refused(ground, "costs").ToModel(LetterKind.Refusal, Cases.Policy)));

        Assert.Contains(article, text, StringComparison.Ordinal);
        Assert.Contains(facts, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalGround.Professional, "- [nl: De kosten zijn te hoog voor wat het plan oplevert. (Subsidieregeling bewonersinitiatieven, artikel 7)]", "[nl: De begroting heeft twee posten voor dezelfde zaal.]")]
    [InlineData(RefusalGround.Council, "On 14 April 2026 the municipal council decided not to support your plan.", "[nl: De raad vindt dit een goed plan.]")]
    [InlineData(
        RefusalGround.PotIsEmpty,
        "The ceiling of the grants is €5,000.00. It was published on 15 December 2025 in [nl: het Gemeenteblad van Oldenzaal].",
        "Your application was complete on 2 March 2026, 09:00. When we decided, you were number 3 in the line.")]
    public void Translation_OfARefusalOnEachGround_TranslatesAllButOwnWords(RefusalGround ground, string reason, string facts)
    {
        var text = LetterTexts.WithMarks(SampleLetters.TranslationOf(SampleLetters.Refused(ground, "costs").ToModel(LetterKind.Refusal, Cases.Policy)));

        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains(facts, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Translation_OfAGrantAfterACouncilDecisionAndAChange_SaysBothInEnglish()
    {
        var one = SampleLetters.Case(4000, 4000);
        var decided = one with
        {
            Initiative = one.Initiative with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) },
            Changes =
            [
                new ContactChanged(1, ContactPart.Email, "oud@bewoner.example", "nieuw@bewoner.example", Cases.ReceivedAt, Actor.Applicant),
                new ContactChanged(2, ContactPart.Phone, null, "0541 123456", Cases.ReceivedAt, Actor.Coordinator),
                new ContactChanged(3, ContactPart.Phone, "0541 123456", null, Cases.ReceivedAt, Actor.Coordinator),
            ],
        };
        var model = decided.ToModel(LetterKind.Award, Cases.Policy);

        var (letter, translation) = (LetterTexts.Of(SampleLetters.Words.Of(model)), LetterTexts.WithMarks(SampleLetters.TranslationOf(model)));

        Assert.Contains("The municipal council decided on 14 April 2026: [nl: De raad vindt dit een goed plan.]", translation, StringComparison.Ordinal);
        Assert.Contains("- E-mailadres, op 2 maart 2026: van oud@bewoner.example naar nieuw@bewoner.example", letter, StringComparison.Ordinal);
        Assert.Contains("- E-mail address, on 2 March 2026: from oud@bewoner.example to nieuw@bewoner.example", translation, StringComparison.Ordinal);
        Assert.Contains("- Telefoonnummer, op 2 maart 2026: 0541 123456; eerst was er geen", letter, StringComparison.Ordinal);
        Assert.Contains("- Telefoonnummer, op 2 maart 2026: weggehaald; het was 0541 123456", letter, StringComparison.Ordinal);
        Assert.Contains("- Telephone number, on 2 March 2026: removed; it was 0541 123456", translation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "U heeft niet gereageerd.")]
    [InlineData("Ik heb wel een boekhouder.", "Ik heb wel een boekhouder.")]
    [InlineData("", "U stuurde ons documenten.")]
    public void Refusal_AfterAnIntention_SaysWhatWasDoneWithTheAnswer(string? answer, string words)
    {
        var one = SampleLetters.Refused(RefusalGround.Professional, "accounting");
        var intended = (one.Initiative.VerdictOf(1)! with { HearingCodes = ["accounting"] }).AsIntention();
        var heard = intended with { AnsweredAt = answer is null ? null : Cases.AskedAt, Questions = [intended.Questions[0] with { Answer = answer }] };
        var letter = Cases.LetterOf(LetterKind.Intention) with { AnnouncedOn = new DateOnly(2026, 4, 1) };
        var refused = one.Initiative.With(heard).With(one.Initiative.VerdictOf(1)! with { Round = 2 }) with { Round = 2, Letters = [letter] };

        var text = LetterTexts.Of(SampleLetters.Words.Of((one with { Initiative = refused }).ToModel(LetterKind.Refusal, Cases.Policy)));

        Assert.Contains("Wij schreven u op 1 april 2026 dat wij van plan waren om af te wijzen", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        var unsent = LetterTexts.Of(SampleLetters.Words.Of((one with { Initiative = refused with { Letters = [] } }).ToModel(LetterKind.Refusal, Cases.Policy)));
        Assert.Contains("De mail daarover kwam niet aan.", unsent, StringComparison.Ordinal);
    }

    [Fact]
    public void Award_ByTheCouncil_AddsItsReasons()
    {
        var one = SampleLetters.Case(4000, 4000);
        var decided = one with { Initiative = one.Initiative with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) } };

        Assert.Contains(
            "De gemeenteraad heeft op 14 april 2026 besloten: De raad vindt dit een goed plan.",
            LetterTexts.Of(SampleLetters.Words.Of(decided.ToModel(LetterKind.Award, Cases.Policy))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Award_ByTheCouncil_SaysInWhichMeetingWhereToReadItAndCarriesItsDuties()
    {
        var one = SampleLetters.Case(4000, 4000, "permit");
        var council = Cases.DecisionOf(CouncilChoice.Grant) with
        {
            Meeting = "Raadsvergadering",
            AgendaItem = "7b",
            PublishedAt = new Uri("https://raad.oldenzaal.example/besluiten/12"),
            Duties = new CouncilDuties(["open-to-all"], "Bel de wijkagent."),
        };

        var text = LetterTexts.Of(SampleLetters.Words.Of((one with { Initiative = one.Initiative with { CouncilDecision = council } }).ToModel(LetterKind.Award, Cases.Policy)));

        Assert.Contains("op 14 april 2026 (raadsvergadering, agendapunt 7b) besloten: De raad vindt dit een goed plan.", text, StringComparison.Ordinal);
        Assert.Contains("https://raad.oldenzaal.example/besluiten/12", text, StringComparison.Ordinal);
        Assert.Contains("Iedereen uit de buurt kan meedoen.", text, StringComparison.Ordinal);
        Assert.Contains("Bel de wijkagent. (", text, StringComparison.Ordinal);
        Assert.DoesNotContain("vergunning", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Meld u vooraf.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_ByTheCouncil_SaysInWhichMeetingAndWhereToReadIt()
    {
        var refused = SampleLetters.Refused(RefusalGround.Council);
        var council = refused.Initiative.CouncilDecision! with { Meeting = "VGR-overleg", PublishedAt = new Uri("https://raad.oldenzaal.example/besluiten/12") };

        var text = LetterTexts.Of(SampleLetters.Words.Of((refused with { Initiative = refused.Initiative with { CouncilDecision = council } }).ToModel(LetterKind.Refusal, Cases.Policy)));

        Assert.Contains("op 14 april 2026 (VGR-overleg) besloten om uw plan niet te steunen.", text, StringComparison.Ordinal);
        Assert.Contains("https://raad.oldenzaal.example/besluiten/12", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Authority.College, true, "namens het college van burgemeester en wethouders van Oldenzaal", "bezwaar maken bij het college")]
    [InlineData(Authority.College, false, "Het college van burgemeester en wethouders van Oldenzaal", "bezwaar maken bij het college")]
    [InlineData(Authority.Council, false, "De gemeenteraad van Oldenzaal", "met een mail aan griffie@oldenzaal.example")]
    public void Letter_OfABody_IsSignedForItAndSaysToObjectThere(Authority authority, bool isMandated, string signature, string objection)
    {
        var one = SampleLetters.Case(4000, 4000);
        Band[] bands = [.. Cases.Policy.Bands.Select(band => band with { Authority = authority, Mandate = isMandated ? band.Mandate : null })];
        var letter = SampleLetters.Words.Of((one with { Initiative = one.Initiative with { Bands = bands } }).ToModel(LetterKind.Award, Cases.Policy));

        Assert.Equal(signature, letter.SignedBy[0]);
        Assert.Equal(isMandated ? 4 : 1, letter.SignedBy.Count);
        Assert.Contains(objection, LetterTexts.Of(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_OfACoordinatorWhoIsInvolved_IsSignedByTheSubstitute()
    {
        var one = SampleLetters.Case(4000, 4000);
        var involved = one.Initiative with { Panel = one.Initiative.Panel with { InvolvedOthers = [Actor.Coordinator] } };

        Assert.Equal("Gerda Brookhuis", SampleLetters.Words.Of((one with { Initiative = involved }).ToModel(LetterKind.Award, Cases.Policy)).SignedBy[1]);
    }

    // As in "5 juni 2026" and "5 June 2026"; in a translation both, since own words stay as they are.
    private static IReadOnlyList<DateOnly> DaysIn(string text) =>
    [
        .. Day().Matches(text).Select(day => DateOnly.TryParseExact(day.Value, "d MMMM yyyy", Language.English, DateTimeStyles.None, out var english)
            ? english
            : DateOnly.ParseExact(day.Value, "d MMMM yyyy", Language.Dutch)),
    ];

    private static LetterDocument SentInEnglish(LetterKind kind) => SampleLetters.TranslationOf(SampleLetters.Of(kind)).SentOn(SentOn, Cases.Policy.WorkingDays);

    [GeneratedRegex(@"\b\d{1,2} [A-Za-z]+ 20\d\d\b")]
    private static partial Regex Day();

    private static LetterDocument Sent(LetterKind kind) => SampleLetters.Words.Of(SampleLetters.Of(kind)).SentOn(SentOn, Cases.Policy.WorkingDays);

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
