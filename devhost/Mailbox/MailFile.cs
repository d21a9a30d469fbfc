namespace Initiatiefloket.DevHost;

/// <summary>A file sent along; its bytes are JSON's base64 in the mail's file.</summary>
internal sealed record MailFile(string Filename, string Type, byte[] Content);
