using System.Text.Json.Nodes;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Policies;

/// <summary>A municipality that asks questions of its own: one of each kind.</summary>
internal static class OwnQuestions
{
    public const string Json = """
        [
          {
            "id": "vergunning",
            "page": "whereAndWhen",
            "kind": "yesNo",
            "needed": true,
            "label": { "nl": "Heeft u een vergunning nodig?", "en": "Do you need a permit?" }
          },
          {
            "id": "welke-vergunning",
            "page": "whereAndWhen",
            "kind": "line",
            "needed": true,
            "longest": 60,
            "label": { "nl": "Zo ja: welke vergunning?", "en": "If so: which permit?" },
            "hint": { "nl": "Vul dit alleen in als u ja koos.", "en": "Fill this in only if you chose yes." },
            "askedWhen": { "question": "vergunning", "answer": "yes" }
          },
          {
            "id": "kunstvorm",
            "page": "partners",
            "kind": "choice",
            "needed": false,
            "label": { "nl": "Welke kunst maakt u samen?", "en": "Which art do you make together?" },
            "options": [
              { "id": "muziek", "name": { "nl": "Muziek", "en": "Music" } },
              { "id": "toneel", "name": { "nl": "Toneel", "en": "Theatre" } }
            ],
            "askedWhen": { "question": "theme", "answer": "kunst-en-cultuur" }
          },
          { "id": "vrijwilligers", "page": "partners", "kind": "number", "needed": true, "label": "Hoeveel vrijwilligers helpen er?" },
          { "id": "na-afloop", "page": "costs", "kind": "text", "needed": false, "label": "Wat doet u met de spullen als het klaar is?" }
        ]
        """;

    /// <summary>The default policy with these questions.</summary>
    public static Policy Policy { get; } = Load();

    public static PlainQuestion Question(string id) => Policy.FormQuestions.Single(question => question.OwnId == id);

    public static void AddTo(JsonNode policy) => policy["formQuestions"] = JsonNode.Parse(Json);

    private static Policy Load()
    {
        using var draft = new PolicyDraft(AddTo);
        return PolicyFile.Load(draft.File);
    }
}
