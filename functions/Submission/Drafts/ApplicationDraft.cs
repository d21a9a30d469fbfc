using System.Text.Json;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Submission.Steps;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>A form that somebody is filling in: all that was typed, right or wrong.</summary>
public sealed record ApplicationDraft
{
    private const int IdLength = 32;

    public required string Id { get; init; }

    public DraftState State { get; init; }

    public required ApplicationForm Form { get; init; }

    /// <summary>How often each page was saved, by path: a page that was opened before the last save may not overwrite it unseen.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; init; } = new Dictionary<string, int>();

    /// <summary>From when on it is removed, unless it is saved again.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Code of the language of the person who fills it in.</summary>
    public string? Language { get; init; }

    /// <summary>Key of the browser in which it is filled in (<see cref="DraftBrowser"/>); null in what was stored before browsers were told apart.</summary>
    public string? Browser { get; init; }

    /// <summary>Where the last link to go on was mailed to; null when none was asked for.</summary>
    public string? MailedTo { get; init; }

    /// <summary>Keys of that link and of the one in a warning; earlier ones no longer open the draft.</summary>
    public IReadOnlyList<string> MailedKeys { get; init; } = [];

    /// <summary>Number of links made for a mail.</summary>
    public int LinksMailed { get; init; }

    /// <summary>Number of those that the mail service did not take.</summary>
    public int LinksRefused { get; init; }

    /// <summary>Whether its owner was told that it will be removed.</summary>
    public bool IsWarned { get; init; }

    /// <summary>The key of a token in an address, under which rows are stored: who reads the table cannot open a draft.</summary>
    public static string KeyOf(string token) => Digest.Of(token, IdLength);

    public int VersionOf(FormStep step) => Versions.GetValueOrDefault(step.Path);

    /// <summary>The draft with a page filled in.</summary>
    public ApplicationDraft With(FormStep step, ApplicationForm form) => this with
    {
        Form = form,
        Versions = new Dictionary<string, int>(Versions) { [step.Path] = VersionOf(step) + 1 },
        IsWarned = false,
    };

    /// <summary>Whether it may be filled in there.</summary>
    public bool IsOpenIn(string? browser) => Browser is null || Browser == browser;

    /// <summary>Whether a token is of its own address, and not of a link that was mailed.</summary>
    public bool IsOwn(string token) => KeyOf(token) == Id;

    /// <summary>Whether something else was typed in the two forms.</summary>
    public static bool Differ(ApplicationForm one, ApplicationForm other) =>
        JsonSerializer.Serialize(one, StoredJson.Options) != JsonSerializer.Serialize(other, StoredJson.Options);

    /// <summary>What is left when it is sent or removed: that it was there.</summary>
    public ApplicationDraft Empty(DraftState state) => new() { Id = Id, State = state, Form = ApplicationForm.New(Id), ExpiresAt = ExpiresAt };
}

/// <summary>What became of a draft.</summary>
public enum DraftState
{
    /// <summary>Being filled in, or sent and not yet confirmed.</summary>
    Open,

    /// <summary>It became an application.</summary>
    Sent,

    /// <summary>Nobody went on with it in time.</summary>
    Removed,
}

/// <summary>What is behind the address of a form.</summary>
public abstract record DraftFound
{
    private DraftFound()
    {
    }

    /// <summary>A form to fill in; a new one when nothing was saved yet.</summary>
    /// <param name="Draft">The draft.</param>
    /// <param name="Version">ETag of its row; null when there is none yet.</param>
    public sealed record Open(ApplicationDraft Draft, string? Version) : DraftFound;

    /// <summary>It became an application.</summary>
    public sealed record Sent : DraftFound;

    /// <summary>It was not saved for so long that it was removed.</summary>
    public sealed record Removed : DraftFound;

    /// <summary>The link is older than the last one that was mailed.</summary>
    public sealed record Replaced : DraftFound;

    /// <summary>It is filled in in another browser.</summary>
    /// <param name="There">The form as it is there.</param>
    public sealed record Elsewhere(Open There) : DraftFound;

    /// <summary>Nobody was given this address, or somebody else was, and nothing was saved there.</summary>
    public sealed record NotGiven : DraftFound;
}

/// <summary>What became of a link that somebody wanted to be mailed.</summary>
public abstract record LinkMailed
{
    private LinkMailed()
    {
    }

    /// <summary>It is on its way.</summary>
    /// <param name="Draft">The draft as it is stored.</param>
    /// <param name="Tries">All mails with a link to this address.</param>
    public sealed record Sent(ApplicationDraft Draft, MailTries Tries) : LinkMailed;

    /// <summary>The mail service does not take mail to this address; the link before it still works.</summary>
    public sealed record NoSuchAddress : LinkMailed;

    /// <summary>Links were mailed to this address so often that the next one has to wait.</summary>
    /// <param name="NotBefore">From when on it may be sent.</param>
    public sealed record TooOften(DateTimeOffset NotBefore) : LinkMailed;

    /// <summary>This draft had its share of links.</summary>
    public sealed record TooMany : LinkMailed;
}

/// <summary>How saving a page of the form went.</summary>
public abstract record StepSaved
{
    private StepSaved()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Stored(ApplicationDraft Draft) : StepSaved;

    /// <summary>This page was saved in another tab or on another device after it was opened here; nothing is stored.</summary>
    /// <param name="Theirs">The draft as it is stored.</param>
    /// <param name="Mine">The form with what was typed here.</param>
    public sealed record ChangedElsewhere(ApplicationDraft Theirs, ApplicationForm Mine) : StepSaved;

    /// <summary>There is no form to save in any more.</summary>
    public sealed record NotOpen(DraftFound Found) : StepSaved;
}

/// <summary>That whoever confirms a form wants to change it first.</summary>
/// <param name="Token">The token of its address for them; null when there is no form any more.</param>
public sealed record DraftReopened(string? Token);
