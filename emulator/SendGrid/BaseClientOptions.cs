using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where the API is and how to sign in.</summary>
public class BaseClientOptions
{
    /// <summary>Address of the API; a path in it is kept.</summary>
    public string Host { get; set; }

    /// <summary>Version of the API, the first part of the path.</summary>
    public string Version { get; set; } = "v3";

    /// <summary>The authorization header.</summary>
    public AuthenticationHeaderValue Auth { get; set; }

    /// <summary>Headers for every request.</summary>
    public Dictionary<string, string> RequestHeaders { get; set; } = [];
}
