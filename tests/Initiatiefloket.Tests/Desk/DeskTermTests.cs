using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Desk;

/// <summary>A case of which the legal date was 28 April 2026; a notice of default came on 4 May.</summary>
public sealed class DeskTermTests
{
    private static readonly InitiativeEvent Withdrawn =
        new("withdrawn", InitiativeEventKind.Withdrawn, Days.Moment("2026-05-21T10:00:00Z"), Actor.Applicant);

    [Theory]
    [InlineData("2026-05-18", true)] // the last day before the penalty runs
    [InlineData("2026-05-20", false)] // stands on top of the page
    public async Task Penalty_NotedAfterTheDecision_SaysThatNothingIsOwedWhenSo(string announcedOn, bool isUnpaid)
    {
        var view = new DeskView
        {
            Initiative = Cases.In(InitiativeState.Granted) with
            {
                DefaultNoticeOn = Days.Of("2026-05-04"),
                Letters = [Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = Days.Of(announcedOn) }],
            },
            Application = Cases.Application,
            Contact = new ApplicantContact(Cases.Applicant, ContactChanges.None, "1"),
            Events = [],
            Policy = Cases.Policy,
            Now = LocalTime.StartOf(Days.Of("2026-06-01")),
        };

        var page = await Rendered.Of<DeskTerm>(new { View = view });

        Assert.Equal(isUnpaid, page.Body!.TextContent.Contains("De gemeente betaalt niets.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(InitiativeState.Withdrawn, "Die liep over 2 dagen, samen €\u00A046,00.")]
    [InlineData(InitiativeState.LeftToDesk, "Tot en met vandaag is dat €\u00A0322,00")]
    public async Task Penalty_OfACaseThatEnded_StopsOnlyWhenTheApplicantWithdrew(InitiativeState state, string words)
    {
        var view = new DeskView
        {
            Initiative = Cases.In(state) with { DefaultNoticeOn = Days.Of("2026-05-04") },
            Application = Cases.Application,
            Contact = new ApplicantContact(Cases.Applicant, ContactChanges.None, "1"),
            Events = state == InitiativeState.Withdrawn ? [Withdrawn] : [],
            Policy = Cases.Policy,
            Now = LocalTime.StartOf(Days.Of("2026-06-01")),
        };

        var page = await Rendered.Of<DeskTerm>(new { View = view });

        Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
    }
}
