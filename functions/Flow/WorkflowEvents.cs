namespace Initiatiefloket.Flow;

/// <summary>Names of the events that wake a workflow.</summary>
public static class WorkflowEvents
{
    public const string Withdrawn = "withdrawn";
    public const string CalledIn = "called-in";
    public const string CouncilDecided = "council-decided";
    public const string BudgetOffered = "budget-offered";

    /// <summary>Somebody voted in a review round, or a place on its panel changed hands.</summary>
    public static string ReviewChanged(int round) => $"review-{round}";

    public static string QuestionAnswered(int round) => $"answer-{round}";
}
