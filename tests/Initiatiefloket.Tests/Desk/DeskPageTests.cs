using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeskPageTests
{
    [Theory]
    [InlineData(InitiativeState.Submitted, "Wacht op het loket")]
    [InlineData(InitiativeState.InReview, "Wacht op Ellen Kamphuis")]
    [InlineData(InitiativeState.WaitingForApplicant, "Wacht op de aanvrager")]
    [InlineData(InitiativeState.WaitingList, "Wacht op geld in de pot")]
    [InlineData(InitiativeState.CouncilWindow, "Wacht op de raadsleden die meekijken")]
    [InlineData(InitiativeState.CouncilDecides, "Wacht op het besluit van de gemeenteraad")]
    [InlineData(InitiativeState.Granted, "Toegekend")]
    [InlineData(InitiativeState.Rejected, "Afgewezen")]
    [InlineData(InitiativeState.SetAside, "Buiten behandeling gesteld")]
    [InlineData(InitiativeState.Withdrawn, "Ingetrokken door de aanvrager")]
    [InlineData(InitiativeState.LeftToDesk, "Niemand besliste op tijd. U neemt een besluit buiten het loket om.")]
    public async Task Page_EachState_SaysHowItStands(InitiativeState state, string words)
    {
        var view = Desks.View(Cases.In(state));

        var page = await Rendered.Of<DeskPage>(new { View = view, Address = "/zaak/token", Form = DeskForm.Empty, Errors = new FormErrors() });

        Assert.Equal(words, page.QuerySelector("dd")!.TextContent.Trim());
    }
}
