using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Mail;

public sealed class MailAgainPartTests
{
    [Theory]
    [InlineData("jan@bewoner.example", MailFate.Delivered, null)]
    [InlineData("jan@gmial.com", MailFate.Taken, "Bedoelde u jan@gmail.com?")]
    [InlineData("jan@gmial.com", MailFate.Bounced, "Dit adres werkt niet. Pas het aan.")]
    [InlineData("jan@bewoner.example", MailFate.Dropped, "Dit adres werkt niet. Pas het aan.")]
    [InlineData("jan@bewoner.example", MailFate.Blocked, "Een mail kwam niet aan.")]
    public async Task Part_LastMail_SaysWhetherTheAddressCanBeRight(string email, MailFate fate, string? notice)
    {
        var page = await Rendered.Of<MailAgainPart>(ParametersOf(email, new SentMail("step", MailKind.Receipt, Cases.AskedAt, fate)));

        Assert.Equal(notice, page.QuerySelector(".loket-notice-title")?.TextContent);
        Assert.Equal("/nog-eens", page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(notice is null ? null : "/pas-aan", page.QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Part_SentAgainThreeTimes_HasNoButton()
    {
        var mails = Enumerable.Range(0, 4).Select(number => new SentMail($"step-{number}", MailKind.Receipt, Cases.AskedAt, MailFate.Taken));

        var page = await Rendered.Of<MailAgainPart>(ParametersOf("jan@bewoner.example", [.. mails]));

        Assert.Null(page.QuerySelector("form"));
        Assert.Contains("Vanaf 10 maart 2026, 10:00 uur kan het weer.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static object ParametersOf(string email, params IReadOnlyList<SentMail> mails) =>
        new { Email = email, Tries = new MailTries(mails, Cases.AskedAt), Action = "/nog-eens", MendAddress = "/pas-aan" };
}
