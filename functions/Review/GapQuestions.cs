using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>The questions about what an applicant left open, ready to be put.</summary>
public static class GapQuestions
{
    private const string Why = "Dit is nog niet ingevuld. Wij hebben het nodig om te kunnen beslissen.";

    extension(Gap gap)
    {
        /// <summary>What is missing, in the reviewer's words.</summary>
        public string InDutch => gap switch
        {
            Gap.ForWhom => "Voor wie het is, en wat er beter wordt",
            Gap.Participants => "Hoeveel mensen er meedoen",
            Gap.StartsOn => "Wanneer het begint",
            Gap.Partners => "Met wie de aanvrager samenwerkt",
            Gap.Costs => "Welke kosten er zijn",
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "This gap has no words."),
        };

        /// <summary>The question about it; the reviewer may still change it.</summary>
        public TypedQuestion Question => gap switch
        {
            Gap.ForWhom => Ask(ApplicationPart.ForWhom, "Voor wie is uw plan, en wat wordt er voor hen beter?"),
            Gap.Participants => Ask(ApplicationPart.Participants, "Hoeveel mensen doen er ongeveer mee?"),
            Gap.StartsOn => Ask(ApplicationPart.When, "Wanneer wilt u beginnen, en wanneer is het klaar?"),
            Gap.Partners => Ask(ApplicationPart.Partners, "Met wie werkt u samen, en wat doen zij?"),
            Gap.Costs => Ask(ApplicationPart.Costs, "Welke kosten maakt u? Noem elke soort kosten met het bedrag."),
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "This gap has no question."),
        };
    }

    private static TypedQuestion Ask(ApplicationPart about, string text) => new(about.ToString(), text, Why);
}
