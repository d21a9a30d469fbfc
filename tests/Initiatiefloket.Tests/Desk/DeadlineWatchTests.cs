using Initiatiefloket.Desk;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Tests.Workflow;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeadlineWatchTests
{
    private readonly StagedWorkflow _stage = new();

    [Fact]
    public async Task Run_News_TellsReviewersThenTheCoordinatorAndThenRemembers()
    {
        var date = Days.Of("2026-04-28");
        var issue = new DeadlineIssue(
            Days.Of("2026-04-21"), [new CaseSignal("A", new DeadlineSignal(date, 7)), new CaseSignal("B", new DeadlineSignal(date, 2))], ["C"], ["D"]);
        _stage.On(nameof(DeadlineActivities.FindDeadlines), _ => issue);

        await _stage.Start(async workflow =>
        {
            await DeadlineWatch.RunAsync(workflow);
            return true;
        });

        Assert.Equal(
            [
                nameof(DeadlineActivities.FindDeadlines),
                nameof(ExtensionActivities.TellExtension),
                nameof(DeadlineMailActivities.WarnReviewers),
                nameof(DeadlineMailActivities.WarnReviewers),
                nameof(DeadlineMailActivities.WarnCoordinator),
                nameof(DeadlineActivities.CloseWatch),
            ],
            _stage.Steps);
        Assert.Equal(issue.News, _stage.InputsOf<CaseSignal>(nameof(DeadlineMailActivities.WarnReviewers)));
        Assert.Equal(["C", "A", "B"], issue.ForCoordinator);
    }
}
