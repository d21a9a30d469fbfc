using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

/// <summary>What the coordinator sees.</summary>
internal static class Desks
{
    /// <summary>A case at the desk on 12 March 2026, without an audit trail.</summary>
    public static DeskView View(Initiative initiative) => new()
    {
        Initiative = initiative,
        Application = Cases.Application with { StartsOn = null },
        Contact = new ApplicantContact(Cases.Applicant, ContactChanges.None, "1"),
        Events = [],
        Policy = Cases.Policy,
        Now = LocalTime.StartOf(Days.Of("2026-03-12")),
    };
}
