using System.Text.Json;

namespace Initiatiefloket.EndToEndTests.Upgrade;

/// <summary>
/// A town with cases in mid-flight, as an earlier build of the app left it: what it stored, the histories of its workflows, and the mails with people's links.
/// </summary>
/// <param name="Moment">What its clock said.</param>
/// <param name="Workflows">The workflows that had not ended, each as its history in protobuf's JSON.</param>
/// <param name="Tables">The rows of the app's tables, by table.</param>
/// <param name="Blobs">The app's blobs in base64, by container and name.</param>
/// <param name="Mails">The mails that people got.</param>
internal sealed record FrozenTown(
    DateTimeOffset Moment,
    IReadOnlyList<FrozenWorkflow> Workflows,
    IReadOnlyDictionary<string, IReadOnlyList<FrozenRow>> Tables,
    IReadOnlyDictionary<string, string> Blobs,
    IReadOnlyList<FrozenMail> Mails)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Reads a file.</summary>
    public static FrozenTown Read(string file) => JsonSerializer.Deserialize<FrozenTown>(File.ReadAllText(file), Readable)!;

    /// <summary>Writes a file.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Readable) + "\n");

    /// <summary>Where the link in the newest mail to somebody about something leads, from the root of the site.</summary>
    public string LinkFor(string email, string subject) => Mails.First(mail => mail.To == email && mail.Subject.Contains(subject, StringComparison.Ordinal)).Link;
}

/// <summary>A workflow that waits.</summary>
/// <param name="Id">Its instance id.</param>
/// <param name="History">What happened until now.</param>
internal sealed record FrozenWorkflow(string Id, IReadOnlyList<JsonElement> History);

/// <summary>A mail that somebody got.</summary>
/// <param name="To">Whose.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Link">The first link in it, from the root of the site.</param>
internal sealed record FrozenMail(string To, string Subject, string Link);
