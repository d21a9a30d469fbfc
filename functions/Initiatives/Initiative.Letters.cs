namespace Initiatiefloket.Initiatives;

/// <content>Its letters.</content>
public sealed partial record Initiative
{
    /// <summary>The letter with which the case ended; null when it did not end with one.</summary>
    public Letter? Decision => Letters.LastOrDefault(letter => letter.Kind.EndsCase);

    /// <summary>Which letter has this name, counted from 1.</summary>
    public int NumberOf(string blobName) => Letters.Index().First(one => one.Item.BlobName == blobName).Index + 1;

    /// <summary>The letter with this name, which must have been decided on.</summary>
    public Letter LetterNamed(string blobName) => Letters.First(letter => letter.BlobName == blobName);

    /// <summary>The last letter, when it was decided on and not announced yet (Awb 3:41); null when there is none.</summary>
    public Letter? Unannounced => Letters is [.., { AnnouncedOn: null } letter] ? letter : null;

    /// <summary>Notes the day on which a letter was announced; one that was announced before keeps its day.</summary>
    public Initiative Announce(string blobName, DateOnly day) => With(blobName, letter => letter with { AnnouncedOn = letter.AnnouncedOn ?? day });

    /// <summary>Notes the day on which a letter was sent by post.</summary>
    public Initiative SendByPost(string blobName, DateOnly day) => With(blobName, letter => letter.SentByPost(day));

    /// <summary>Notes a version of a letter; null when there is one of that day.</summary>
    public Initiative? With(string blobName, LetterVersion version) =>
        LetterNamed(blobName).With(version) == LetterNamed(blobName) ? null : With(blobName, letter => letter.With(version));

    private Initiative With(string blobName, Func<Letter, Letter> change) =>
        this with { Letters = [.. Letters.Select(letter => letter.BlobName == blobName ? change(letter) : letter)] };
}
