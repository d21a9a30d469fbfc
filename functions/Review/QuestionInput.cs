using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>A question as it was filled in, valid but not yet asked.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Why">Why it is asked.</param>
public sealed record QuestionInput(ApplicationPart About, string Text, string Why)
{
    /// <summary>The question, put in a round.</summary>
    /// <param name="round">The review round.</param>
    /// <param name="number">Counted from 1.</param>
    public Question In(int round, int number) => new() { Id = $"{round}-{number}", About = About, Text = Text, Why = Why };
}
