using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>Counts mails.</summary>
internal static class MailCounts
{
    /// <summary>Demands that what lies in the mailboxes is what was remembered as sent: each mail once, also to the person who reads it.</summary>
    /// <param name="cases">Remembers what was sent.</param>
    /// <param name="delivered">All mails in the mailbox.</param>
    /// <param name="ids">All cases.</param>
    public static async Task AssertEachMailOnceAsync(this StoredCases cases, IReadOnlyList<MailSeen> delivered, IEnumerable<string> ids)
    {
        var (remembered, unheardOf) = (0, new List<string>());

        // The coordinator is welcomed within five minutes of the first start: that may be during the test, or not.
        foreach (var id in ids.Append($"overview-{Actor.Coordinator}"))
        {
            remembered += (await cases.MailsAsync(id)).Count;
            unheardOf.AddRange(await cases.MailsOnTheirWayAsync(id));
        }

        // The app died at these. Whoever gets no code presses again and is mailed another one; the welcome goes out at the next five minutes.
        Assert.All(unheardOf, key => Assert.True(key.StartsWith("confirm-code-", StringComparison.Ordinal) || key.StartsWith("welcome-", StringComparison.Ordinal), key));
        Assert.InRange(delivered.Count, remembered - unheardOf.Count, remembered);
        Assert.Equal(delivered.Count, delivered.Select(mail => mail.Headers["Message-ID"]).Distinct().Count());
    }
}
