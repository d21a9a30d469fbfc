namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>Who is killed.</summary>
internal enum Victim
{
    /// <summary>The app's own process; the host lives on and starts another.</summary>
    Worker,

    /// <summary>The host; the worker ends with it.</summary>
    Host,
}
