using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Council;
using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Status;
using Initiatiefloket.Submission;
using Initiatiefloket.Support;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Web;

public sealed class PostedTextTests
{
    [Theory]
    [InlineData("  Samen eten \t", "Samen eten")]
    [InlineData("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier")]
    [InlineData("een\u2028twee\u0085drie", "een\ntwee\ndrie")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("een\ttwee", "een\ttwee")]
    [InlineData("\U0001F33B\U0001F468\u200D\U0001F373", "\U0001F33B\U0001F468\u200D\U0001F373")]
    [InlineData("a\uFFFEb", "ab")]
    [InlineData("a\uFFFFb", "ab")]
    [InlineData("\u200B\u200B \uFEFF", "")]
    [InlineData("naam\u200B@voorbeeld.nl\uFEFF", "naam@voorbeeld.nl")]
    [InlineData("\u200D", "")]
    [InlineData("\u2800 \u3164", "")]
    [InlineData("\uFE0F\u00AD\u034F", "")]
    [InlineData("\u2764\uFE0F \u0645\u06CC\u200C\u062E\u0648", "\u2764\uFE0F \u0645\u06CC\u200C\u062E\u0648")]
    [InlineData("\u2066a\u2067b\u2068c\u2069", "abc")]
    [InlineData("\u202Eneerg\u202C", "neerg")]
    [InlineData("", "")]
    public void Clean_Typed_IsTheTextWithoutWhatCannotBeSeen(string typed, string clean) => Assert.Equal(clean, PostedText.Clean(typed));

    [Fact]
    public void Clean_HalfASign_BecomesTheSignForThat()
    {
        // Not inline data: an attribute cannot hold half a sign.
        Assert.Equal("a\uFFFDb", PostedText.Clean("a\uD83Cb"));
        Assert.Equal("a\uFFFDb", PostedText.Clean("a\uDF3Bb"));
    }

    [Property(MaxTest = 2000)]
    public Property Clean_AnySigns_CanBeStoredAndCleaningTwiceChangesNothing() =>
        Prop.ForAll(AnyText, typed =>
        {
            var clean = PostedText.Clean(typed);
            return clean == PostedText.Clean(clean)
                && clean.IsNormalized()
                && clean.Trim() == clean
                && !clean.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t'));
        });

    [Theory]
    [InlineData("Samen\r\neten  in\tDe Thij", "Samen eten in De Thij")]
    [InlineData("  \n ", "")]
    public void Line_SeveralLines_AreOne(string typed, string line) => Assert.Equal(line, Form(typed).Line("veld"));

    public static TheoryData<string> Unseen { get; } =
    [
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\u2066", "\u2069", "\uFEFF", "\u00AD", "\uFE0F",
        "\u2800", "\u3164", "\0",
    ];

    [Theory]
    [MemberData(nameof(Unseen))]
    public void Value_CharacterThatNobodySees_IsDropped(string unseen)
    {
        Assert.Equal("7571 AB", Form($"{unseen}7571{unseen} A{unseen}B{unseen}").Value("veld"));
        Assert.Equal("", Form(unseen + " " + unseen).Value("veld"));
        Assert.Equal("", Form(unseen + " " + unseen).Line("veld"));
    }

    [Theory]
    [MemberData(nameof(Unseen))]
    public void Forms_FieldReadCharacterByCharacter_HoldNoneThatNobodySees(string unseen)
    {
        var posted = Posted(unseen);
        var application = ApplicationForm.New("id").Fill(posted, [PlainQuestions.Participants]);
        var contact = ContactForm.From(posted);
        var support = SupportForm.From(posted);
        string[] read =
        [
            application.OwnMoney, application.OtherMoney, application.Asked, application.Street, application.PostCode, application.Email, application.Phone,
            application.StartsOn.Day, application.EndsOn.Year, application.Costs[0].Amount, application.Answers.To(PlainQuestions.Participants),
            contact.Email, contact.Phone, support.Email, support.Street, VerdictForm.From(posted, Cases.Policy).Amount,
            DeskForm.Read(posted).NoticeOn.Month, AbsenceForm.Read(posted).Until.Day, CouncilDecisionForm.From(posted, Cases.CouncilDecides, Cases.Policy).DecidedOn.Day,
        ];

        Assert.All(read, text => Assert.Equal("12", text));
    }

    [Fact]
    public void Text_FieldThatWasNotSent_IsEmpty() => Assert.Equal("", Form("x").Text("ander veld"));

    private static Arbitrary<string> AnyText { get; } = Gen.Choose(0, char.MaxValue)
        .Select(code => (char)code)
        .Or(Gen.Elements(' ', '\n', '\r', '\t', '\0', '\u0301', '\uD83C', '\uDF3B', '\u200B', '\u202E', '\uFFFE', 'a'))
        .ArrayOf()
        .Select(signs => new string(signs))
        .ToArbitrary();

    // Every field of the forms, each with the same in it.
    private static FormCollection Posted(string unseen)
    {
        string[] dates = [ApplicationForm.StartsOnField, ApplicationForm.EndsOnField, DeskForm.NoticeField, AbsenceForm.FromField, AbsenceForm.UntilField, CouncilDecisionForm.DecidedOnField];
        string[] fields =
        [
            ApplicationForm.OwnMoneyField, ApplicationForm.OtherMoneyField, ApplicationForm.AskedField, ApplicationForm.StreetField, ApplicationForm.PostCodeField,
            ApplicationForm.EmailField, ApplicationForm.PhoneField, ApplicationForm.AmountField(0), PlainQuestions.Participants.Field, VerdictForm.AmountField,
            .. dates.Select(DateParts.NamesOf).SelectMany(names => new[] { names.Day, names.Month, names.Year }),
        ];
        return new FormCollection(fields.Distinct().ToDictionary(field => field, _ => new StringValues($"{unseen}1{unseen}2{unseen}")));
    }

    private static FormCollection Form(string typed) => new(new Dictionary<string, StringValues> { ["veld"] = typed });
}
