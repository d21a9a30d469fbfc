namespace Initiatiefloket.DevHost;

/// <summary>An address with the name to show.</summary>
internal sealed record MailAddressee(string? Email, string? Name = null)
{
    public override string ToString() => string.IsNullOrEmpty(Name) ? Email ?? "" : $"{Name} <{Email}>";
}
