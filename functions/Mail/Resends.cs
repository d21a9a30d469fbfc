namespace Initiatiefloket.Mail;

/// <summary>Finds out how often a mail went out again because somebody pressed a button, and when it may once more.</summary>
public sealed class Resends(MailLog log, TimeProvider clock)
{
    /// <summary>How the mails stand that went to an address under one name.</summary>
    /// <param name="first">Names the first of them; the steps of later ones begin with its step.</param>
    /// <param name="email">The address.</param>
    public async Task<MailTries> FindAsync(MailKey first, string email, CancellationToken cancellation)
    {
        var mails = await log.ListByStepAsync(first.CaseId, first.Step, cancellation);
        return new MailTries([.. mails.Where(mail => mail.AddressKey == first.AddressKeyOf(email))], clock.GetUtcNow());
    }
}

/// <summary>The mails that went to an address under one name. Pure.</summary>
/// <param name="Mails">Oldest first.</param>
/// <param name="Now">The moment of looking.</param>
public sealed record MailTries(IReadOnlyList<SentMail> Mails, DateTimeOffset Now)
{
    /// <summary>How often a mail may be sent again within an hour.</summary>
    public const int MostInAnHour = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The newest; null when there was none.</summary>
    public SentMail? Last => Mails.Count == 0 ? null : Mails[^1];

    /// <summary>From when on it may be sent again; null when it may be now. The first mail does not count.</summary>
    public DateTimeOffset? NotBefore
    {
        get
        {
            var again = Mails.Skip(1).Where(mail => mail.At > Now - Hour).ToList();
            return again.Count < MostInAnHour ? null : again[^MostInAnHour].At + Hour;
        }
    }

    /// <summary>The step of the next mail.</summary>
    /// <param name="first">Step of the first one.</param>
    public string NextStep(string first) => Mails.Count == 0 ? first : $"{first}-again-{Mails.Count}";
}
