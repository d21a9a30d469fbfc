using FsCheck;
using FsCheck.Fluent;

namespace Initiatiefloket.Tests.Budget;

/// <summary>Generates histories of a pot: one to five funds, up to forty steps.</summary>
internal static class PotHistories
{
    public static Arbitrary<PotHistory> Any { get; } =
        (from fundCount in Gen.Choose(1, 5)
         from funds in Gen.Choose(0, 2_000_00).Select(cents => (long)cents).ArrayOf(fundCount)
         from stepCount in Gen.Choose(0, 40)
         from steps in Step.ArrayOf(stepCount)
         select new PotHistory(funds, steps)).ToArbitrary();

    private static Gen<PotStep> Step =>
        from kind in Gen.Elements(PotStepKind.Reserve, PotStepKind.Reserve, PotStepKind.Grant, PotStepKind.Release)
        from number in Gen.Choose(1, 1_500_00)
        select new PotStep(kind, number);
}

internal enum PotStepKind
{
    Reserve,
    Grant,
    Release,
}

/// <summary>A step; the number is an amount, and chooses among the open reservations.</summary>
internal sealed record PotStep(PotStepKind Kind, int Number);
