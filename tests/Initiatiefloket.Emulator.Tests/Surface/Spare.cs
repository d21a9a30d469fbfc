namespace SendGrid;

/// <summary>In a real package's namespace, but not of that package: what the surface test must find.</summary>
public sealed class Spare
{
    public string? LastRecipient { get; private set; }

    public void Send(string to) => LastRecipient = to;
}
