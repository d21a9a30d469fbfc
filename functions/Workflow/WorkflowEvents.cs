namespace Initiatiefloket.Workflow;

/// <summary>Names of the events that wake a workflow.</summary>
public static class WorkflowEvents
{
    public const string Withdrawn = "withdrawn";
    public const string CalledIn = "called-in";
    public const string CouncilDecided = "council-decided";
    public const string BudgetOffered = "budget-offered";

    public static string VerdictGiven(int round) => $"verdict-{round}";

    public static string QuestionAnswered(int round) => $"answer-{round}";
}
