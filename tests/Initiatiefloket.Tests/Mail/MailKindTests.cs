using Initiatiefloket.Mail;

namespace Initiatiefloket.Tests.Mail;

public sealed class MailKindTests
{
    [Fact]
    public void InDutch_KindsOfMailAboutACase_EachHaveWordsOfTheirOwn()
    {
        var words = Enum.GetValues<MailKind>().Except([MailKind.UnsentForm, MailKind.Support]).Select(kind => kind.InDutch).ToList();

        Assert.All(words, word => Assert.Matches("^[a-z].*[^.]$", word));
        Assert.Equal(words.Distinct(), words);
    }
}
