using System.Diagnostics;

namespace Initiatiefloket.Mail;

/// <summary>What became of a mail. Whoever sends one says what follows from it; a test sees to it that no outcome is dropped.</summary>
public abstract record Posted
{
    private Posted()
    {
    }

    /// <summary>When the mail service took it; null when it did not go out.</summary>
    public DateTimeOffset? TakenAt => this switch
    {
        Sent(var at) => at,
        SentBefore(var at) => at,
        Refused or NotWanted => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>For a mail on which nothing else depends: what there is to do about a refusal was done where it was refused.</summary>
    public void Settle()
    {
        switch (this)
        {
            case Sent or SentBefore or Refused or NotWanted:
                return;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The mail service took it, now.</summary>
    public sealed record Sent(DateTimeOffset At) : Posted;

    /// <summary>The mail service took it earlier.</summary>
    public sealed record SentBefore(DateTimeOffset At) : Posted;

    /// <summary>The mail service does not take it, for example because the address is not one. It reaches nobody.</summary>
    public sealed record Refused : Posted;

    /// <summary>Nobody waits for it: it is news that the applicant does not want, or about a round that is over.</summary>
    public sealed record NotWanted : Posted;
}
