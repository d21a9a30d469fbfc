namespace Initiatiefloket.Initiatives;

/// <summary>Whom a mail goes to.</summary>
/// <param name="Name">As the mail program shows it.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">Code of the language that somebody chose; null for Dutch.</param>
public sealed record Recipient(string Name, string Email, string? Language = null)
{
    /// <summary>False as long as nobody confirmed that the address is theirs: then no mail repeats the name, which a stranger may have typed.</summary>
    public bool IsConfirmed { get; init; } = true;
}
