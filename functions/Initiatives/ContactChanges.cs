using System.Diagnostics;
using System.Text.Json.Serialization;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Changes of the applicant's name, telephone number and e-mail address since receipt, and the one that waits. Whoever has the link to the status page may ask for a
/// change, and it need not be the applicant: so the present address is told first, and a new address counts only when both addresses say yes. Pure.
/// </summary>
public sealed record ContactChanges
{
    /// <summary>How often an applicant may ask for a change; after that somebody should talk to them.</summary>
    public const int Most = 10;

    /// <summary>Before anything was asked.</summary>
    public static ContactChanges None { get; } = new();

    /// <summary>How many changes there were, asked for or made at the desk; the number of the last one.</summary>
    public int Number { get; init; }

    /// <summary>How many of them the applicant asked for.</summary>
    public int Asked { get; init; }

    /// <summary>What was asked for and does not count yet; null when nothing was, or it is over.</summary>
    public ContactChange? Waiting { get; init; }

    /// <summary>What counted, oldest first.</summary>
    public IReadOnlyList<ContactChanged> Counted { get; init; } = [];

    /// <summary>Numbers of changes of which the applicant said that they are not theirs.</summary>
    public IReadOnlyList<int> Disowned { get; init; } = [];

    /// <summary>When something counted last; null when nothing ever did.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastCountedAt => Counted is [.., var last] ? last.At : null;

    /// <summary>What counted and was disowned later, and has not been put right at the desk since.</summary>
    [JsonIgnore]
    public IEnumerable<ContactChanged> InDispute => Counted.Where(
        change => Disowned.Contains(change.Number) && !Counted.Any(later => later.Number > change.Number && later.Part == change.Part && later.By == Actor.Coordinator));

    /// <summary>The change that waits at a moment; null when there is none, or its time is over.</summary>
    public ContactChange? WaitingAt(DateTimeOffset now) => Waiting is { } waiting && !waiting.IsOver(now) ? waiting : null;

    /// <summary>The change of this number as far as it waits at a moment; null when it does not (any more).</summary>
    public ContactChange? WaitingAt(DateTimeOffset now, int number) => WaitingAt(now) is { } waiting && waiting.Number == number ? waiting : null;

    /// <summary>What counted of the change of this number.</summary>
    public IReadOnlyList<ContactChanged> CountedOf(int number) => [.. Counted.Where(change => change.Number == number)];

    /// <summary>A change is asked for; it ends one that waits.</summary>
    public ContactChanges Ask(ContactChange change) => this with { Number = change.Number, Asked = Asked + 1, Waiting = change };

    /// <summary>What waits ends without counting.</summary>
    public ContactChanges End() => this with { Waiting = null };

    /// <summary>The change of this number is not the applicant's: as far as it waits it ends.</summary>
    public ContactChanges Disown(int number) =>
        this with { Waiting = Waiting?.Number == number ? null : Waiting, Disowned = [.. Disowned.Append(number).Distinct()] };
}

/// <summary>A change that was asked for. It counts part by part.</summary>
/// <param name="Number">Which one; links in mails belong to one number.</param>
/// <param name="AskedAt">When.</param>
/// <param name="CountsAt">From when on name and telephone number count unasked, if the present address was told of it.</param>
/// <param name="LapsesAt">When what is not confirmed lapses.</param>
public sealed record ContactChange(int Number, DateTimeOffset AskedAt, DateTimeOffset CountsAt, DateTimeOffset LapsesAt)
{
    /// <summary>The name that is asked for; null when it stays.</summary>
    public string? Name { get; init; }

    /// <summary>The telephone number that is asked for, empty for none; null when it stays.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address that is asked for; null when it stays.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the mail service took the mail to the present address: without it nothing counts unasked.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether the present address said yes.</summary>
    public bool IsConfirmedHere { get; init; }

    /// <summary>Whether the new address said yes, which proves that it works.</summary>
    public bool IsConfirmedThere { get; init; }

    /// <summary>Whether it is about nothing (any more).</summary>
    [JsonIgnore]
    public bool IsEmpty => Name is null && Phone is null && Email is null;

    /// <summary>Whether both addresses said yes to the new one.</summary>
    [JsonIgnore]
    public bool IsEmailReady => Email is not null && IsConfirmedHere && IsConfirmedThere;

    /// <summary>When there is something to do about it next: details count, or it lapses.</summary>
    public DateTimeOffset NextAt(DateTimeOffset now) => HasDetails && now < CountsAt ? CountsAt : LapsesAt;

    /// <summary>Whether it has nothing left that can count.</summary>
    public bool IsOver(DateTimeOffset now) => IsEmpty || (now >= LapsesAt && !(HasDetails && IsTold));

    /// <summary>The present address was told; the time to stop it begins, the first time.</summary>
    public ContactChange Told(DateTimeOffset countsAt) => IsTold ? this : this with { IsTold = true, CountsAt = countsAt };

    /// <summary>Whether name and telephone number count at a moment.</summary>
    public bool AreDetailsReady(DateTimeOffset now) => HasDetails && (IsConfirmedHere || (IsTold && now >= CountsAt));

    /// <summary>What is asked of an applicant, in the form of the change of each part.</summary>
    /// <param name="applicant">As they stand now.</param>
    public IReadOnlyList<ContactDifference> DifferencesFrom(Applicant applicant) => ContactDifference.Between(applicant, AppliedTo(applicant));

    /// <summary>The applicant with all that is asked.</summary>
    public Applicant AppliedTo(Applicant applicant) => DetailsAppliedTo(applicant) with { Email = Email ?? applicant.Email };

    /// <summary>The applicant with the name and the telephone number that are asked for.</summary>
    public Applicant DetailsAppliedTo(Applicant applicant) => applicant with
    {
        Name = Name ?? applicant.Name,
        Phone = Phone is null ? applicant.Phone : Phone.Length == 0 ? null : Phone,
    };

    private bool HasDetails => Name is not null || Phone is not null;
}

/// <summary>A part of what is known of an applicant.</summary>
public enum ContactPart
{
    Name,
    Email,
    Phone,
}

/// <summary>What differs in a part.</summary>
/// <param name="Part">Which.</param>
/// <param name="From">What it is; null for nothing.</param>
/// <param name="To">What it becomes; null for nothing.</param>
public sealed record ContactDifference(ContactPart Part, string? From, string? To)
{
    /// <summary>What differs between two, in the order of the form.</summary>
    public static IReadOnlyList<ContactDifference> Between(Applicant before, Applicant after) =>
    [
        .. new ContactDifference[]
        {
            new(ContactPart.Name, before.Name, after.Name),
            new(ContactPart.Email, before.Email, after.Email),
            new(ContactPart.Phone, before.Phone, after.Phone),
        }.Where(part => part.From != part.To),
    ];
}

/// <summary>A part that was changed.</summary>
/// <param name="Number">Of which change.</param>
/// <param name="Part">Which part.</param>
/// <param name="From">What it was; null for nothing.</param>
/// <param name="To">What it became; null for nothing.</param>
/// <param name="At">Since when it counts.</param>
/// <param name="By">Who changed it: the applicant, or the coordinator.</param>
public sealed record ContactChanged(int Number, ContactPart Part, string? From, string? To, DateTimeOffset At, Actor By);

/// <summary>The applicant and the changes, as they stand together.</summary>
/// <param name="Applicant">Name, address and so on.</param>
/// <param name="Changes">Changes since receipt.</param>
/// <param name="Version">Changes with each change of either.</param>
public sealed record ApplicantContact(Applicant Applicant, ContactChanges Changes, string Version)
{
    /// <summary>Lets name and telephone number of what waits count when they may; drops what lapsed. The same when there is nothing to do.</summary>
    public ApplicantContact Settle(DateTimeOffset now)
    {
        if (Changes.Waiting is not { } waiting)
        {
            return this;
        }

        var settled = this;
        if (waiting.AreDetailsReady(now))
        {
            settled = Count(waiting.DetailsAppliedTo(Applicant), waiting.Number, Actor.Applicant, now);
            settled = settled with { Changes = settled.Changes with { Waiting = waiting with { Name = null, Phone = null } } };
        }

        return settled.Changes.Waiting!.IsOver(now) ? settled with { Changes = settled.Changes.End() } : settled;
    }

    /// <summary>Lets the new address of what waits count; null when both addresses did not say yes.</summary>
    public ApplicantContact? CountEmail(int number, DateTimeOffset now)
    {
        if (Changes.WaitingAt(now, number) is not { IsEmailReady: true } waiting)
        {
            return null;
        }

        var counted = Count(Applicant with { Email = waiting.Email! }, number, Actor.Applicant, now);
        return counted with { Changes = counted.Changes.End() };
    }

    /// <summary>The coordinator puts it right, which ends what waits.</summary>
    public ApplicantContact Correct(Applicant corrected, DateTimeOffset now)
    {
        var number = Changes.Number + 1;
        var counted = Count(corrected, number, Actor.Coordinator, now);
        return counted with { Changes = counted.Changes.End() with { Number = number } };
    }

    private ApplicantContact Count(Applicant changed, int number, Actor by, DateTimeOffset now) => this with
    {
        Applicant = changed,
        Changes = Changes with
        {
            Counted =
            [
                .. Changes.Counted,
                .. ContactDifference.Between(Applicant, changed).Select(part => new ContactChanged(number, part.Part, part.From, part.To, now, by)),
            ],
        },
    };
}

/// <summary>Changes in Dutch, for the coordinator.</summary>
public static class ContactWords
{
    /// <summary>"e-mailadres".</summary>
    public static string InDutch(this ContactPart part) => part switch
    {
        ContactPart.Name => "naam",
        ContactPart.Email => "e-mailadres",
        ContactPart.Phone => "telefoonnummer",
        _ => throw new UnreachableException(),
    };

    /// <summary>"E-mailadres, op 3 maart 2026".</summary>
    public static string Heading(ContactChanged change)
    {
        var part = change.Part.InDutch();
        return $"{char.ToUpperInvariant(part[0])}{part[1..]}, op {LocalTime.DayOf(change.At).InWords()}";
    }

    /// <summary>"van a@voorbeeld.nl naar b@voorbeeld.nl".</summary>
    public static string FromTo(string? from, string? to) => (from, to) switch
    {
        (null, _) => $"{to}; eerst was er geen",
        (_, null) => $"weggehaald; het was {from}",
        _ => $"van {from} naar {to}",
    };
}
