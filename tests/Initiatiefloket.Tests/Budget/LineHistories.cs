using FsCheck;
using FsCheck.Fluent;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Budget;

/// <summary>Generates what happens to a line: up to forty steps of eight applications, by each rule, with crashes between calls to storage.</summary>
internal static class LineHistories
{
    public static Arbitrary<LineHistory> Any { get; } = Of(steps: 40).ToArbitrary();

    /// <summary>The same, shorter: for a real store.</summary>
    public static Arbitrary<LineHistory> Short { get; } = Of(steps: 20).ToArbitrary();

    private static Gen<LineHistory> Of(int steps) =>
        from rule in Gen.Elements(DivisionRule.Strict, DivisionRule.BestFit)
        from atLeast in Gen.Elements<int?>(null, 1, 50, 90)
        from count in Gen.Choose(0, steps)
        from taken in Step.ArrayOf(count)
        from crashes in Gen.Choose(0, steps * 6).ArrayOf(steps / 4)
        select new LineHistory(rule, atLeast, taken, crashes);

    // Who asks and waits is what matters most. Minutes go up and down, and are often equal.
    private static Gen<LineStep> Step =>
        from kind in Gen.Frequency(
            (4, Gen.Constant(LineStepKind.Join)),
            (1, Gen.Constant(LineStepKind.Suspend)),
            (1, Gen.Constant(LineStepKind.Complete)),
            (6, Gen.Constant(LineStepKind.Approve)),
            (2, Gen.Constant(LineStepKind.Leave)),
            (2, Gen.Constant(LineStepKind.Grant)),
            (1, Gen.Constant(LineStepKind.Settle)),
            (1, Gen.Constant(LineStepKind.Fund)),
            (4, Gen.Constant(LineStepKind.Offer)),
            (2, Gen.Constant(LineStepKind.Yes)),
            (2, Gen.Constant(LineStepKind.No)))
        from who in Gen.Choose(0, 7)
        from number in Gen.Choose(1, 1000)
        from minute in Gen.Choose(0, 5)
        select new LineStep(kind, who, number, minute);
}

internal enum LineStepKind
{
    Join,
    Suspend,
    Complete,
    Approve,
    Leave,
    Grant,
    Settle,
    Fund,
    Offer,
    Yes,
    No,
}

/// <summary>A step of one of the applications at a minute; the number is an amount, or chooses one.</summary>
internal sealed record LineStep(LineStepKind Kind, int Who, int Number, int Minute);

/// <summary>A pot and what happens in its line.</summary>
internal sealed record LineHistory(DivisionRule Rule, int? AtLeast, LineStep[] Steps, int[] Crashes);
