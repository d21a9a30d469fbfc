using AngleSharp.Dom;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Mail;

public sealed class MailsTests
{
    private const string Signature = "Met vriendelijke groet";
    private static readonly char[] Marks = ['>', '-', ':'];

    // About no case, about several, or to an address that may be somebody else's.
    private static readonly string[] WithoutTitle =
    [
        "overview", "council-overview", "welcome", "low-pot", "digest", "digest-nothing-to-do", "deadlines", "undelivered-digest",
        "confirm-code", "new-address", "choices",
    ];

    public static TheoryData<string> Names { get; } = [.. Mails.All.Keys];

    public static TheoryData<string> AboutACase { get; } = [.. Mails.All.Keys.Except(WithoutTitle)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_Any_HasASubjectAndNothingLeftToFillIn(string name)
    {
        var mail = Mails.All[name];

        Wording.AssertComplete(mail.Subject);
        Assert.InRange(mail.Subject.Length, 10, 120);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.DoesNotContain(Cases.Applicant.Name, mail.Subject, StringComparison.Ordinal);
        Wording.AssertComplete(MailText.Of(mail, Signature));
        Assert.EndsWith($"\n\n{Signature}\n", MailText.Of(mail, Signature), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AboutACase))]
    public void Mail_AboutACase_HasTheMatterThenTheTitleThenTheReferenceInItsSubject(string name)
    {
        var subject = Mails.All[name].Subject;
        var (title, reference) = (subject.IndexOf(Cases.InReview.Title, StringComparison.Ordinal), subject.IndexOf(Cases.Id, StringComparison.Ordinal));

        Assert.True(title > 0, subject);
        Assert.True(reference > title, subject);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_Any_SaysTheSameInTextAndHtml(string name)
    {
        var mail = Mails.All[name];
        var html = (await Rendered.Of<MailPage>(new { Mail = mail })).QuerySelector(".mail-text")!;
        var links = html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        var text = WordsOf(MailText.Of(mail, "")).ToList();

        Assert.Equal(html.QuerySelectorAll("p, h2, dt, dd, blockquote").SelectMany(part => WordsOf(part.TextContent)).Order(), text.Where(word => !links.Contains(word)).Order());
        Assert.Equal(links.Order(), text.Where(links.Contains).Order());
        Assert.Equal(mail.Blocks.SelectMany(Mails.ButtonsOf).Select(button => button.Address.AbsoluteUri), links);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_Any_HasItsSubjectAsTitle(string name) =>
        Assert.Equal(Mails.All[name].Subject, (await Rendered.Of<MailPage>(new { Mail = Mails.All[name] })).Title);

    // Marks that only the plain text has, and capitals of its headings, do not count.
    private static IEnumerable<string> WordsOf(string text) => text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.StartsWith("http", StringComparison.Ordinal) ? word : word.Trim(Marks).ToUpperInvariant())
        .Where(word => word.Length > 0);
}
