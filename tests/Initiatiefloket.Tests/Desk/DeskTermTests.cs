using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
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
    [InlineData(InitiativeState.Withdrawn, "Die liep over 2 dagen, samen €\u00A046,00.")]
    [InlineData(InitiativeState.LeftToDesk, "Tot en met vandaag is dat €\u00A0322,00")]
    public async Task Penalty_OfACaseThatEnded_StopsOnlyWhenTheApplicantWithdrew(InitiativeState state, string words)
    {
        var view = new DeskView
        {
            Initiative = Cases.In(state) with { DefaultNoticeOn = Days.Of("2026-05-04") },
            Applicant = Cases.Applicant,
            Events = state == InitiativeState.Withdrawn ? [Withdrawn] : [],
            Policy = Cases.Policy,
            Today = Days.Of("2026-06-01"),
        };

        var page = await Rendered.Of<DeskTerm>(new { View = view });

        Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
    }
}
