namespace Microsoft.Azure.Functions.Worker.DevMail;

/// <summary>A file sent along; its bytes are in a blob, <paramref name="Size"/> of them.</summary>
internal sealed record MailFile(string Filename, string Type, int Size);
