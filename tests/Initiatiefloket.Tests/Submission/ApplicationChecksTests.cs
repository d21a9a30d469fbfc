using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Submission;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Submission;

public sealed class ApplicationChecksTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ApplicationForm Complete = Forms.Complete;

    [Fact]
    public void Read_Complete_IsTheApplication()
    {
        var input = Read(Complete);

        Assert.Equal("0195f2c0a0a07000800000000000000a", input.FormId);
        Assert.Equal(("40", Euro.Whole(1200), Euro.Whole(1250)), (input.Application.Answers.To(PlainQuestions.Participants), input.Application.Asked, input.Application.TotalCosts));
        Assert.Equal("truus@bewoner.example", input.Applicant.Email);
        Assert.Null(input.Applicant.Phone);
        Assert.Equal(2, input.Application.Costs.Count);
    }

    [Fact]
    public void Read_Empty_NamesEachFieldInTheOrderOfTheForm()
    {
        var errors = ErrorsOf(ApplicationForm.New(Complete.FormId));

        Assert.Equal(
            [
                "titel", "plan", "wijk", "thema", "bedrag", "soort", "naam", "straat", "postcode", "plaats", "email", "akkoord",
            ],
            errors.Select(error => error.Field));
        Assert.All(errors, error => Assert.Matches("^(Vul|Kies|Zet|Vraag|Maak) .*\\.$", error.Message));
    }

    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        { "titel", "", "Vul een titel in" },
        { "plan", "", "Vul in wat u wilt doen en waarom" },
        { "wijk", "atlantis", "Kies de wijk" },
        { "wijk", "De-Thij", "Kies de wijk" },
        { "thema", "onzin", "Kies het thema" },
        { "deelnemers", "0", "Bijvoorbeeld 25" },
        { "deelnemers", "100001", "als getal" },
        { "deelnemers", "-5", "als getal" },
        { "deelnemers", "veertig", "als getal" },
        { "deelnemers", "99999999999", "als getal" },
        { "deelnemers", "0-10", "als getal" },
        { "deelnemers", "10 tot 100.001", "als getal" },
        { "startdatum", "1-13-2026", "een maand in van 1 tot en met 12, of de naam van de maand. Of laat de datum leeg." },
        { "startdatum", "3-3-2028", "binnen 2 jaar" },
        { "startdatum", "30-2-2027", "die bestaat" },
        { "bedrag", "0", "meer dan 0" },
        { "bedrag", "1.250,01", "Vraag niet meer dan u nodig heeft. Uw kosten min eigen geld en ander geld zijn €\u00A01.250,00" },
        { "bedrag", "veel", "Vul het bedrag in met cijfers" },
        { "naam", "", "Vul uw naam in" },
        { "email", "", "Vul uw e-mailadres in" },
        { "email", "truus", "met een @ en een punt" },
        { "email", "truus@bewoner", "met een @ en een punt" },
        { "email", "truus@bewoner.", "met een @ en een punt" },
        { "email", "truus@@bewoner.nl", "met een @ en een punt" },
        { "email", "Truus <truus@bewoner.nl>", "met een @ en een punt" },
        { "email", "truus@bewoner.nl, jan@bewoner.nl", "met een @ en een punt" },
        { "email", "\"truus w\"@bewoner.nl", "met een @ en een punt" },
        { "email", "truus@[127.0.0.1]", "met een @ en een punt" },
        { "email", "truus\u200D@bewoner.nl", "met een @ en een punt" },
        { "email", "truus@bewoner.nl\nBcc: jan@bewoner.nl", "met een @ en een punt" },
        { "telefoon", "bel maar", "Of laat het leeg" },
        { "telefoon", "1234567", "Of laat het leeg" },
        { "telefoon", "06 12345678 06 12345678", "Of laat het leeg" },
        { "akkoord", "", "Zet een vinkje" },
        { "soort", "baas", "Kies of u aanvraagt" },
        { "soort", "groep", "Vul de naam van uw groep" },
        { "straat", "", "Vul uw straat en huisnummer in" },
        { "postcode", "757 AB", "vier cijfers en twee letters" },
        { "postcode", "0571 AB", "vier cijfers en twee letters" },
        { "plaats", "", "Vul uw woonplaats in" },
        { "einddatum", "31-8-2026", "na de startdatum" },
        { "einddatum", "31-9-2026", "die bestaat" },
        { "eigengeld", "wat spaargeld", "Vul het bedrag in met cijfers" },
        { "eigengeld", "100", "Uw kosten min eigen geld en ander geld zijn €\u00A01.150,00" },
        { "andergeld", "2.000", "al genoeg voor de kosten" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_OneMistake_IsTheOneMessageAtThatField(string field, string typed, string message)
    {
        var error = Assert.Single(ErrorsOf(Complete.With(field, typed)));

        Assert.Equal(PlaceOf(field, typed), error.Field);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titel", 100)]
    [InlineData("plan", 8000)]
    [InlineData("naam", 100)]
    public void Read_TextAtTheLimit_IsTakenAndBeyondItNot(string field, int longest)
    {
        Read(Complete.With(field, new string('x', longest)));

        var error = Assert.Single(ErrorsOf(Complete.With(field, new string('x', longest + 1))));
        Assert.Equal($"Maak de tekst korter: ten hoogste {longest} tekens. Nu zijn het er {longest + 1}.", error.Message);
    }

    [Theory]
    [InlineData("deelnemers", "1")]
    [InlineData("deelnemers", "100000")]
    [InlineData("deelnemers", "1.000")]
    [InlineData("deelnemers", "ongeveer 30")]
    [InlineData("deelnemers", "20 tot 30")]
    [InlineData("startdatum", "2-mrt.-26")]
    [InlineData("startdatum", "2-3-2026")]
    [InlineData("startdatum", "1-3-2026")]
    [InlineData("bedrag", "99,99")]
    [InlineData("startdatum", "2-3-2028")]
    [InlineData("bedrag", "100")]
    [InlineData("bedrag", "1.250,00")]
    [InlineData("email", "truus+tag@sub.bewoner.example")]
    [InlineData("telefoon", "+31 (0)6-12345678")]
    [InlineData("telefoon", "12345678")]
    [InlineData("telefoon", "0049 5921/12.34.56")]
    [InlineData("email", "truus@bücher.example")]
    [InlineData("titel", "<script>alert('x')</script> Robert'); DROP TABLE")]
    [InlineData("naam", "Zoë van 't Hoff-Świątek \U0001F33B")]
    public void Read_JustWithinTheRules_IsTaken(string field, string typed) => Read(Complete.With(field, typed));

    [Fact]
    public void Read_EmailAtTheLimit_IsTakenAndBeyondItNot()
    {
        var longest = $"{new string('a', 60)}@{string.Join('.', Enumerable.Repeat(new string('b', 47), 4))}.n";

        Assert.Equal(254, longest.Length);
        Read(Complete.With("email", longest));
        Assert.Equal("email", Assert.Single(ErrorsOf(Complete.With("email", "a" + longest))).Field);
    }

    [Fact]
    public void Read_CostLines_EmptyOnesAreLeftOutAndOthersNamedByTheirPlace()
    {
        var errors = ErrorsOf(Complete with { Costs = [new("Eten", "1000"), TypedCostLine.Empty, new("", "500"), new("Zaal", ""), new("Zaal", "x")] });

        Assert.Equal(["kosten[2].omschrijving", "kosten[3].bedrag", "kosten[4].bedrag"], errors.Select(error => error.Field));
        Assert.Equal("Vul bij kosten 3 in waarvoor het geld is.", errors[0].Message);
    }

    [Fact]
    public void Read_CostsThatAreWrong_AreNotComparedToWhatIsAsked()
    {
        Assert.Equal(["kosten[0].bedrag"], ErrorsOf(Complete with { Costs = [new("Eten", "duizend")] }).Select(error => error.Field));
        Assert.Equal(["kosten[0].omschrijving"], ErrorsOf(Complete with { Costs = [new("", "1300")] }).Select(error => error.Field));
    }

    [Fact]
    public void Read_MostLinesOfTheHighestAmounts_AddUp()
    {
        var lines = Enumerable.Repeat(new TypedCostLine("Eten", "999999999,99"), ApplicationForm.MostLines);

        Assert.Equal(20 * 999_999_999_99L, Read(Complete with { Costs = [.. lines] }).Application.TotalCosts.Cents);
    }

    [Fact]
    public void Read_WithoutWhatTheReviewerNeeds_IsTakenWithItsGaps()
    {
        var form = Complete with { Answers = [], StartsOn = DateParts.Empty, Costs = [] };
        Gap[] all = [Gap.Of(PlainQuestions.ForWhom)!, Gap.Of(PlainQuestions.Participants)!, Gap.StartsOn, Gap.Of(PlainQuestions.Partners)!, Gap.Costs];

        Assert.Equal(all, Read(form).Application.Gaps.Where(all.Contains));
        Assert.Equal(PlainQuestions.Declared.Count(question => question.Open is not null) + 2, Read(form).Application.Gaps.Count);
        Assert.Equal(Read(form).Application.Gaps, form.GapsBy(Cases.Policy));
        Assert.Empty(Read(Complete).Application.Gaps);
        Assert.Empty(Complete.GapsBy(Cases.Policy));
    }

    [Fact]
    public void Read_Foundation_IsAddressedByItsName()
    {
        var applicant = Read(Complete with { Kind = ApplicantKinds.Foundation, Organisation = "Stichting De Thij" }).Applicant;

        Assert.Equal(["Stichting De Thij", "Truus Wolters", "Deurningerstraat 1", "7571 AB  Oldenzaal"], applicant.Addressee);
    }

    [Fact]
    public void Read_OrganisationOfAPerson_IsLeftOut() =>
        Assert.Null(Read(Complete with { Organisation = "Vergeten weg te halen" }).Applicant.Organisation);

    // Money that is too much, and a group without a name, are told elsewhere than where they were typed.
    private static string PlaceOf(string field, string typed) => (field, typed) switch
    {
        ("eigengeld", "100") or ("andergeld", "2.000") => "bedrag",
        ("soort", "groep") => "organisatie",
        _ => field,
    };

    private static ApplicationInput Read(ApplicationForm form)
    {
        var checks = new ApplicationChecks(Cases.Policy, Today, AppTexts.Localizer);
        var input = checks.Read(form);
        Assert.Empty(checks.Errors);
        return input!;
    }

    private static FormErrors ErrorsOf(ApplicationForm form)
    {
        var checks = new ApplicationChecks(Cases.Policy, Today, AppTexts.Localizer);
        Assert.Null(checks.Read(form));
        return checks.Errors;
    }
}
