using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Council;

public sealed class LookAlongPageTests
{
    [Theory]
    [InlineData(false, "U hoeft niets te doen")]
    [InlineData(true, "De tijd om mee te kijken is voorbij")]
    public async Task Page_AfterTheGrant_SaysWhetherThereWasTimeToLookAlong(bool hadWindow, string title)
    {
        var initiative = Cases.In(InitiativeState.Granted);

        var page = await Rendered.Of<LookAlongPage>(
            new { Initiative = initiative, Cases.Application, Cases.Policy, MemberId = "raadslid-1", HadWindow = hadWindow },
            add: services => services.AddSingleton(Cases.Policy));

        Assert.Contains(title, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het geld is toegekend.", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
