using System.Text.RegularExpressions;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Tests.Mail;

public sealed partial class MailKeyTests
{
    [Fact]
    public void MessageId_SameKey_IsTheSameInEachProcess()
    {
        var id = new MailKey("BI-2026-7K3M9", "review-1-invite", MailKind.ToProfessional).MessageId("oldenzaal.example");

        Assert.Equal("<72fd7daef170401fe4f6eb9bfa48205a@oldenzaal.example>", id);
        Assert.Matches(MessageIdForm(), id);
    }

    [Fact]
    public void MessageId_OtherKey_Differs()
    {
        (string CaseId, string Step)[] keys = [("BI-2026-7K3M9", "review-1"), ("BI-2026-7K3M9", "review-2"), ("BI-2026-7K3M8", "review-1"), ("digest-1", "anna")];

        var ids = keys.Select(key => new MailKey(key.CaseId, key.Step, MailKind.ToProfessional).MessageId("oldenzaal.example"));

        Assert.Equal(keys.Length, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void QuarterOf_MinutesAfterNine_IsTheSameInOneQuarter(int minutes, bool isSame)
    {
        var nine = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(isSame, MailKey.QuarterOf(nine) == MailKey.QuarterOf(nine.AddMinutes(minutes)));
    }

    // msg-id of RFC 5322, 3.6.4, without the obsolete forms: dot-atom on both sides.
    [GeneratedRegex(@"^<[0-9a-z!#$%&'*+/=?^_`{|}~.-]+@[0-9a-z.-]+>$")]
    private static partial Regex MessageIdForm();
}
