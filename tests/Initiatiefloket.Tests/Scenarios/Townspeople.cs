using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Townspeople of the policy that the app ships with, and residents.</summary>
internal static class Townspeople
{
    public const string Reviewer = "e.kamphuis@oldenzaal.example";

    /// <summary>Decides together with the first one in band "regie".</summary>
    public const string SecondReviewer = "y.amrani@oldenzaal.example";
    public const string Coordinator = "coordinator@oldenzaal.example";

    /// <summary>Decides in place of a coordinator who is involved.</summary>
    public const string Substitute = "gemeentesecretaris@oldenzaal.example";
    public const string Henk = "h.wiggers@raad.oldenzaal.example";
    public const string Fatma = "f.yildiz@raad.oldenzaal.example";

    /// <summary>A resident with a plan, whose title and address tell the scenario.</summary>
    public static Proposal Resident(string about, string asked = "1.200") => new()
    {
        Title = $"Plan: {about}",
        Email = $"{about.Replace(' ', '.')}@bewoner.example",
        Asked = asked,
    };
}
