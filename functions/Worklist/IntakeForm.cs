using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Worklist;

/// <summary>How an application reached the municipality without the form on the site.</summary>
public enum IntakeChannel
{
    Paper,
    Telephone,
    Desk,
}

/// <summary>An application that the coordinator enters for somebody, as it was typed.</summary>
/// <param name="Application">What the applicant would have typed.</param>
/// <param name="ReceivedOn">The day on which it was received.</param>
/// <param name="Channel">How; one of <see cref="IntakeChannels.Choices"/>.</param>
public sealed record IntakeForm(ApplicationForm Application, DateParts ReceivedOn, string Channel)
{
    public const string FormField = "formulier";
    public const string ReceivedField = "ontvangen";
    public const string ChannelField = "kanaal";

    // Longer ago, and the decision would be late from the first moment on.
    private const int MostDaysAgo = 56;
    private const int FormIdLength = 32;

    /// <summary>An empty form; it keeps its id when it is posted, so that sending it twice gives one application.</summary>
    public static IntakeForm New() => new(ApplicationForm.New(Guid.NewGuid().ToString("N")), DateParts.Empty, "");

    /// <summary>What was posted.</summary>
    public static IntakeForm Read(IFormCollection posted, Policy policy)
    {
        var id = posted.Value(FormField);
        var form = ApplicationForm.New(id.Length == FormIdLength && id.All(char.IsAsciiHexDigitLower) ? id : Guid.NewGuid().ToString("N"));
        return new IntakeForm(form.Fill(posted, policy.AllPlainQuestions), DateParts.From(posted, ReceivedField), posted.Line(ChannelField));
    }

    /// <summary>The application, with its day of receipt and channel; null with the errors added.</summary>
    /// <param name="checks">The checks of the form on the site.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public (ApplicationInput Input, DateOnly ReceivedOn, IntakeChannel Channel)? Check(ApplicationChecks checks, DateOnly today, FormErrors errors)
    {
        var channel = IntakeChannels.Find(Channel);
        if (channel is null)
        {
            errors.Add(ChannelField, "Kies hoe de aanvraag binnenkwam.");
        }

        var day = errors.ReadDay(ReceivedField, ReceivedOn, "Vul in op welke dag de aanvraag binnenkwam, bijvoorbeeld 14 9 2026.");
        if (day > today)
        {
            errors.Add(ReceivedField, "Vul een datum in die niet in de toekomst ligt.");
        }
        else if (day < today.AddDays(-MostDaysAgo))
        {
            errors.Add(ReceivedField, $"Vul een datum in van {today.AddDays(-MostDaysAgo).InWords()} of later. Is het langer geleden? Bel dan met de beheerder van het loket.");
        }

        var input = checks.Read(Application);
        foreach (var error in checks.Errors)
        {
            errors.Add(error.Field, error.Message);
        }

        return errors.Any || input is null ? null : (input, day!.Value, channel!.Value);
    }
}

/// <summary>The ways in which an application can come, in words.</summary>
public static class IntakeChannels
{
    private static readonly (IntakeChannel Channel, string Name, string Words)[] All =
    [
        (IntakeChannel.Paper, "papier", "Op papier"),
        (IntakeChannel.Telephone, "telefoon", "Per telefoon"),
        (IntakeChannel.Desk, "balie", "Aan de balie"),
    ];

    /// <summary>To choose from.</summary>
    public static IEnumerable<Choice> Choices => All.Select(one => new Choice(one.Name, one.Words));

    /// <summary>The channel of a choice; null for anything else.</summary>
    public static IntakeChannel? Find(string name) => All.Where(one => one.Name == name).Select(one => (IntakeChannel?)one.Channel).FirstOrDefault();

    /// <summary>"Op papier".</summary>
    public static string InWords(IntakeChannel channel) => All.Single(one => one.Channel == channel).Words;
}
