using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>Clocks of eight weeks that an ordinance set.</summary>
internal static class OrdinanceClocks
{
    public static DecisionSource Source(ExtensionBasis extension) =>
        new(TermSetBy.Ordinance, "artikel 7 van de subsidieverordening", extension, extension == ExtensionBasis.Ordinance ? "artikel 8 van de subsidieverordening" : "Awb 4:14, eerste lid");

    /// <summary>A clock as it stands on receipt.</summary>
    public static LegalClock Of(string received, ExtensionBasis extension) =>
        LegalClock.Start(Days.Of(received), Term.Parse("8 weken"), Source(extension));
}
