using Initiatiefloket.Demo;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>Residents of the tests.</summary>
internal static class Residents
{
    /// <summary>A resident with a plan, whose title and address tell what it is for.</summary>
    public static Proposal With(string about, string asked = "1.200") => new()
    {
        Title = $"Plan: {about}",
        Email = $"{about.Replace(' ', '.')}@bewoner.example",
        Asked = asked,
        StartsOn = Proposals.NextSpring,
    };
}
