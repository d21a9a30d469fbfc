using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Mail;

public sealed class MailTriesTests
{
    /// <summary>The mails went out so many minutes before now; it may be sent again after so many minutes.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(null, 0)]
    [InlineData(null, 30, 20, 10)]
    [InlineData(30, 40, 30, 20, 10)] // the first one does not count
    [InlineData(30, 300, 30, 20, 10)]
    [InlineData(60, 300, 0, 0, 0)]
    [InlineData(null, 300, 60, 20, 10)] // just an hour ago
    [InlineData(20, 300, 200, 40, 20, 10)]
    public void NotBefore_SentAgainThreeTimes_IsAnHourAfterTheFirstOfThose(int? expected, params int[] ago)
    {
        var now = Cases.AskedAt;
        var mails = ago.Select((minutes, index) => new SentMail($"step-{index}", MailKind.Receipt, now.AddMinutes(-minutes), MailFate.Taken));

        Assert.Equal(expected is { } minutes ? now.AddMinutes(minutes) : null, new MailTries([.. mails], now).NotBefore);
    }
}
