using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;

namespace Initiatiefloket.Tests.Status;

public sealed class ApplicantWordsTests
{
    // Nobody knows yet whether a new address is the applicant's; the others go to somebody else.
    private static readonly MailKind[] ToOthers = [MailKind.ConfirmNewAddress, MailKind.UnsentForm, MailKind.Support, MailKind.ToProfessional];

    public static TheoryData<InitiativeEventKind> Events { get; } = [.. Enum.GetValues<InitiativeEventKind>()];

    public static TheoryData<MailKind> MailsToTheApplicant { get; } = [.. Enum.GetValues<MailKind>().Except(ToOthers)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Of_EventKind_IsASentence(InitiativeEventKind kind) =>
        Assert.Matches(@"^[A-Z].+\.$", ApplicantWords.Of(kind, AppTexts.Localizer));

    [Theory]
    [MemberData(nameof(MailsToTheApplicant))]
    public void Of_MailToTheApplicant_IsWhatItWasAbout(MailKind kind) => Assert.Matches("^[A-Z].*[^.]$", WordsOf(kind, Posted.Now));

    [Fact]
    public void Of_MailsToTheApplicant_EachHaveWordsOfTheirOwn()
    {
        var words = Enum.GetValues<MailKind>().Except(ToOthers).Select(kind => WordsOf(kind, Posted.Now)).ToList();

        Assert.Equal(words.Distinct(), words);
    }

    [Theory]
    [InlineData(MailKind.Question, Posted.Now, "Vraag over uw aanvraag")]
    [InlineData(MailKind.Question, Posted.Refused, "Vraag over uw aanvraag (niet bezorgd)")]
    [InlineData(null, Posted.Now, "Mail over uw aanvraag")]
    public void Of_Mail_SaysWhatItWasAboutAndWhetherItWasRefused(MailKind? kind, Posted outcome, string words) =>
        Assert.Equal(words, WordsOf(kind, outcome));

    private static string WordsOf(MailKind? kind, Posted outcome) =>
        ApplicantWords.Of(new SentMail("step", kind, Cases.AskedAt, outcome), AppTexts.Localizer);
}
