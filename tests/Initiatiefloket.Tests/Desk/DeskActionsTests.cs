using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeskActionsTests
{
    private static readonly Actor[] Reviewers = [.. Cases.Policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id))];

    [Fact]
    public async Task HandOver_SomebodyCanTakeThePlace_IsAForm()
    {
        var page = await PageOfAsync(Cases.InReview);

        Assert.Contains("Draag de plaats over", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Dat kan nu niet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HandOver_NobodyCanTakeThePlace_SaysWhy(bool isCoordinatorInvolved)
    {
        var panel = isCoordinatorInvolved
            ? new Panel { Seats = [Reviewers[0]], InvolvedOthers = [.. Reviewers[1..], Actor.Coordinator, Actor.Substitute] }
            : new Panel { Seats = [Actor.Coordinator], InvolvedOthers = Reviewers };

        var page = await PageOfAsync(Cases.InReview with { Panel = panel });

        Assert.DoesNotContain("Draag de plaats over", page, StringComparison.Ordinal);
        Assert.Contains("Dat kan nu niet: iedereen beslist al mee of is betrokken.", page, StringComparison.Ordinal);
        Assert.Equal(isCoordinatorInvolved, page.Contains("Vraag de gemeentesecretaris", StringComparison.Ordinal));
    }

    private static async Task<string> PageOfAsync(Initiative initiative)
    {
        var page = await Rendered.Of<DeskActions>(
            new { View = Desks.View(initiative), Address = "/zaak/x", Form = DeskForm.Empty, Errors = new FormErrors() });
        return page.Body!.TextContent;
    }
}
