namespace Initiatiefloket.Platform;

/// <summary>A setting that keeps the app from starting. The message is one sentence for whoever looks after the settings: which one, and what to do.</summary>
public class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
