using System.Text;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Worklist;

namespace Initiatiefloket.Tests.Worklist;

public sealed class WorkSelectionTests
{
    // Four weeks before the legal date of a case that was received on 2 March.
    private static readonly DateOnly Today = new(2026, 3, 30);

    [Fact]
    public void Of_Cases_CountsWhatNeedsTheCoordinator()
    {
        WorkItem[] items =
        [
            Item("A", Cases.InReview),
            Item("B", Cases.InReview) with { Clock = Cases.InReview.Clock! with { ReceivedOn = Today.AddDays(-60) } },
            Item("C", Cases.InReview) with { Clock = Cases.InReview.Clock! with { ReceivedOn = Today.AddDays(-54) } },
            Item("D", Cases.Questioned),
            Item("E", Cases.CouncilWindow) with { IsMailFailed = true },
            Item("F", Cases.In(InitiativeState.LeftToDesk)),
        ];

        var counts = Select(items, new WorkQuery(), new DateOnly(2026, 3, 20)).Counts;
        var later = Select(items, new WorkQuery()).Counts;

        Assert.Equal((1, 1, 1), (later[WorkCount.TooLate], later[WorkCount.ThisWeek], later[WorkCount.Desk]));
        Assert.Equal((1, 1, 1), (later[WorkCount.Applicant], later[WorkCount.Council], later[WorkCount.MailFailed]));
        Assert.Equal((1, 0), (counts[WorkCount.StandsStill], later[WorkCount.StandsStill]));
    }

    [Theory]
    [InlineData(WorkOrder.LegalDate, "B", "A", "C")]
    [InlineData(WorkOrder.Receipt, "C", "A", "B")]
    [InlineData(WorkOrder.Amount, "A", "C", "B")]
    [InlineData(WorkOrder.Title, "C", "B", "A")]
    public void Of_AnOrder_SortsByIt(WorkOrder order, params string[] expected)
    {
        WorkItem[] items =
        [
            Item("A", Cases.InReview, 3, 900) with { Title = "Zingen" },
            Item("B", Cases.InReview, 2, 100) with { Title = "fietsen" },
            Item("C", Cases.InReview, 4, 300) with { Title = "Eten" },
        ];

        Assert.Equal(expected, Select(items, new WorkQuery { Order = order }).Found.Select(line => line.Item.Id));
    }

    [Fact]
    public void Of_APageBeyondTheLast_ShowsTheLast()
    {
        var items = Enumerable.Range(100, 120).Select(number => Item($"{number}", Cases.InReview)).ToList();

        var selection = Select(items, new WorkQuery { Page = 99 });

        Assert.Equal((3, 3, 20), (selection.Page, selection.Pages, selection.Shown.Count));
        Assert.Equal("200", selection.Shown[0].Item.Id);
    }

    [Fact]
    public void Of_FiltersAndWords_KeepsWhatFitsAll()
    {
        WorkItem[] items = [Item("A", Cases.InReview), Item("B", Cases.Questioned), Item("C", Cases.InReview) with { NeighbourhoodId = "berghuizen" }];
        var query = new WorkQuery { Search = "samen a", Filters = new WorkFilters { WaitsOn = Cases.Reviewer.ToString(), NeighbourhoodId = "de-thij" } };

        Assert.Equal(["A"], Select(items, query).Found.Select(line => line.Item.Id));
    }

    [Fact]
    public void Write_AFile_KeepsFormulasFromASpreadsheet()
    {
        var item = Item("BI-2026-7K3M9", Cases.InReview) with { Title = "=HYPERLINK(\"http://x\")", Applicant = "Anna; \"de\" buurvrouw" };

        var file = WorklistFile.Write([WorkLine.Of(item, Cases.Policy.WorkingDays, Today)], Cases.Policy);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        Assert.StartsWith("Kenmerk;Titel;Aanvrager;Stand", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("BI-2026-7K3M9;\"'=HYPERLINK(\"\"http://x\"\")\";\"Anna; \"\"de\"\" buurvrouw\";", lines[1], StringComparison.Ordinal);
        Assert.Contains(";2026-03-02;2026-04-28;nee;4000,00;", lines[1], StringComparison.Ordinal);
    }

    private static WorkSelection Select(IReadOnlyList<WorkItem> items, WorkQuery query, DateOnly? today = null) =>
        WorkSelection.Of(items, query, Cases.Policy, today ?? Today);

    private static WorkItem Item(string id, Initiative initiative) => WorkItem.Of(initiative with { Id = id }, Cases.Policy);

    private static WorkItem Item(string id, Initiative initiative, int day, int amount)
    {
        var item = Item(id, initiative);
        return item with { ReceivedAt = item.ReceivedAt.AddDays(day), Asked = Euro.Whole(amount), Clock = item.Clock with { ReceivedOn = item.Clock.ReceivedOn.AddDays(day) } };
    }
}
