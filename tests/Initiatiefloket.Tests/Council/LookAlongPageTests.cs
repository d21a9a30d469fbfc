using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Council;

public sealed class LookAlongPageTests
{
    [Theory]
    [InlineData(8000, 2000, "U hoeft niets te doen")]
    [InlineData(12_000, 8000, "De tijd om mee te kijken is voorbij")]
    [InlineData(20_000, 12_000, "U hoeft niets te doen")]
    public async Task Page_AfterTheGrant_SaysWhetherThereWasTimeToLookAlong(long asked, long granted, string title)
    {
        var verdict = Cases.VerdictOf(VerdictKind.Approve) with { Amount = Euro.Whole(granted) };
        var initiative = Cases.In(InitiativeState.Granted).With(verdict) with { Asked = Euro.Whole(asked) };

        var page = await Rendered.Of<LookAlongPage>(
            new { Initiative = initiative, Cases.Application, Cases.Policy, MemberId = "raadslid-1" },
            add: services => services.AddSingleton(Cases.Policy));

        Assert.Contains(title, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het geld is toegekend.", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
