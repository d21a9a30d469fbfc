using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;

namespace Initiatiefloket.Tests.Status;

public sealed class ApplicantWordsTests
{
    // Nobody knows yet whether a new address is the applicant's; the others go to somebody else.
    private static readonly MailKind[] ToOthers =
    [
        MailKind.ConfirmNewAddress, MailKind.UnsentForm, MailKind.Support,
        MailKind.Invitation, MailKind.CouncilDigest, MailKind.Overview, MailKind.DeadlineList, MailKind.ToProfessional,
    ];

    public static TheoryData<InitiativeEventKind> Events { get; } = [.. Enum.GetValues<InitiativeEventKind>()];

    public static TheoryData<MailKind> MailsToTheApplicant { get; } = [.. Enum.GetValues<MailKind>().Except(ToOthers)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Of_EventKind_IsASentence(InitiativeEventKind kind) =>
        Assert.Matches(@"^[A-Z].+\.$", ApplicantWords.Of(kind, AppTexts.Localizer));

    [Theory]
    [MemberData(nameof(MailsToTheApplicant))]
    public void Of_MailToTheApplicant_IsWhatItWasAbout(MailKind kind) => Assert.Matches("^[A-Z].*[^.]$", WordsOf(kind, MailFate.Taken));

    [Fact]
    public void Of_MailsToTheApplicant_EachHaveWordsOfTheirOwn()
    {
        var words = Enum.GetValues<MailKind>().Except(ToOthers).Select(kind => WordsOf(kind, MailFate.Taken)).ToList();

        Assert.Equal(words.Distinct(), words);
    }

    [Theory]
    [InlineData(MailKind.Question, MailFate.Taken, "Vraag over uw aanvraag")]
    [InlineData(MailKind.Question, MailFate.Refused, "Vraag over uw aanvraag (niet bezorgd)")]
    [InlineData(MailKind.Question, MailFate.Offered, "Vraag over uw aanvraag (nog onderweg)")]
    [InlineData(null, MailFate.Taken, "Mail over uw aanvraag")]
    public void Of_Mail_SaysWhatItWasAboutAndWhetherItWasRefused(MailKind? kind, MailFate fate, string words) =>
        Assert.Equal(words, WordsOf(kind, fate));

    private static string WordsOf(MailKind? kind, MailFate fate) =>
        ApplicantWords.Of(new SentMail("step", kind, Cases.AskedAt, fate), AppTexts.Localizer);
}
