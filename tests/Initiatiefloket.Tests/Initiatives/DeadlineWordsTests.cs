using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Initiatives;

/// <summary>A case received on 2 March; its legal date is 28 April 2026.</summary>
public sealed class DeadlineWordsTests
{
    private static readonly Initiative InDefault = Cases.InReview with { DefaultNoticeOn = Days.Of("2026-05-04") };

    private static readonly Penalty NoticeOfMay = new(Days.Of("2026-05-04"), Cases.Policy.PenaltyRatesOn(Days.Of("2026-05-04")));

    [Fact]
    public void WhatNow_InTheTerm_OffersTheExtension() => AssertSays(Cases.InReview, "2026-04-21", "Awb 4:14", "23 juni 2026");

    [Fact]
    public void WhatNow_ExtendedBefore_SaysSo()
    {
        var clock = Cases.InReview.Clock! with { Extension = Term.Parse("8 weken"), ExtendedOn = Days.Of("2026-04-20") };

        AssertSays(Cases.InReview with { Clock = clock }, "2026-06-20", "uiterlijk op 23 juni 2026", "Nog een keer kan niet");
    }

    [Fact]
    public void WhatNow_StandsStill_SaysWhy() => AssertSays(Cases.Questioned, "2026-03-12", "staat stil", "Awb 4:15");

    [Fact]
    public void WhatNow_TooLate_ExplainsTheNoticeOfDefault() =>
        AssertSays(Cases.InReview, "2026-04-29", "Verlengen kan niet meer", "ingebrekestelling (Awb 4:17)", "€\u00A023,00 per dag", "€\u00A01.442,00 in 42 dagen");

    [Theory]
    [InlineData("2026-05-05", "Is er op 19 mei 2026 nog geen besluit", "Zorg vóór 19 mei 2026")]
    [InlineData("2026-05-18", "Is er op 19 mei 2026 nog geen besluit", "Zorg vóór 19 mei 2026")]
    [InlineData("2026-05-19", "Tot en met vandaag is dat €\u00A023,00", "Elke dag komt er €\u00A023,00 bij")]
    [InlineData("2026-06-29", "Tot en met vandaag is dat €\u00A01.442,00", "tot €\u00A01.442,00 op 29 juni 2026")]
    [InlineData("2026-06-30", "Tot en met vandaag is dat €\u00A01.442,00", "uiterlijk op 13 juli 2026 vast")]
    public void WhatNow_NoticeReceived_CountsThePenalty(string today, string owed, string next) => AssertSays(InDefault, today, owed, next);

    [Theory]
    [InlineData("2026-05-18", null)]
    [InlineData("2026-05-19", null)] // decided on the first day: nothing is owed
    [InlineData("2026-05-20", "over 1 dag, samen €\u00A023,00. Stel dat bedrag uiterlijk op 2 juni 2026")]
    [InlineData("2026-08-03", "over 42 dagen, samen €\u00A01.442,00. Stel dat bedrag uiterlijk op 13 juli 2026")]
    public void Settled_Announced_IsOwedUpToTheDayBefore(string announcedOn, string? words)
    {
        var said = DeadlineWords.Settled(NoticeOfMay, Days.Of(announcedOn), Cases.Policy.WorkingDays);

        Assert.Equal(words is null, said is null);
        Assert.Contains(words ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-10", "Toen liep er nog geen dwangsom. De gemeente betaalt niets.")]
    [InlineData("2026-05-19", "Toen liep er nog geen dwangsom. De gemeente betaalt niets.")]
    [InlineData("2026-05-21", "over 2 dagen, samen €\u00A046,00. Stel dat bedrag uiterlijk op 3 juni 2026")]
    [InlineData("2026-08-03", "over 42 dagen, samen €\u00A01.442,00. Stel dat bedrag uiterlijk op 13 juli 2026")]
    public void Withdrawn_Day_EndsThePenalty(string withdrawnOn, string words) => Assert.Contains(
        words,
        DeadlineWords.Withdrawn(NoticeOfMay, Days.Of(withdrawnOn), Cases.Policy.WorkingDays),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cases.OpenStates), MemberType = typeof(Cases))]
    public void WaitsFor_OpenState_NamesSomebody(InitiativeState state) =>
        Assert.NotEmpty(DeadlineWords.WaitsFor(Cases.In(state), Cases.Policy));

    private static void AssertSays(Initiative initiative, string today, params string[] words)
    {
        var said = DeadlineWords.WhatNow(Deadline.Of(initiative, Cases.Policy, Days.Of(today)), Days.Of(today), Cases.Policy);

        Assert.All(words, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }
}
