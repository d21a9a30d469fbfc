using FsCheck;

namespace Initiatiefloket.Tests.Budget;

/// <summary>Runs properties with one fixed seed, so that each run of the tests tries the same cases.</summary>
internal static class PropertyChecks
{
    public static void Check(this Property property, int cases = 500) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20260302, 1234567891));
}
