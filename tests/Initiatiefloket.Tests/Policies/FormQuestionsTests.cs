using System.Text.Json.Nodes;
using Initiatiefloket.Languages;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Policies;

public sealed class FormQuestionsTests
{
    public static TheoryData<string, string, string> OneThingWrong { get; } = new()
    {
        // place, value in JSON (empty: taken away), problem
        { "formQuestions", "{}", "formQuestions: hier hoort een lijst tussen haken [ ] te staan." },
        { "formQuestions[0].id", "\"Vergunning?\"", "formQuestions[0].id: gebruik alleen kleine letters, cijfers en streepjes." },
        { "formQuestions[3].id", "\"vergunning\"", "formQuestions[3].id: \"vergunning\" staat al bij formQuestions[0]. Kies een andere." },
        { "formQuestions[3].id", "\"theme\"", "formQuestions[3].id: \"theme\" is de vraag naar het thema. Kies een andere." },
        { "formQuestions[0].page", "\"about\"", "formQuestions[0].page: kies uit: idea, whereAndWhen, partners, costs." },
        { "formQuestions[0].kind", "\"date\"", "formQuestions[0].kind: kies uit: line, text, number, choice, yesNo." },
        { "formQuestions[0].label", "", "formQuestions[0].label: dit onderdeel ontbreekt. Voeg het toe." },
        { "formQuestions[0].label", "{ \"nl\": \"Vraag\" }", "formQuestions[0].label.en: dit onderdeel ontbreekt. Voeg het toe." },
        { "formQuestions[0].needed", "\"ja\"", "formQuestions[0].needed: vul true (ja) of false (nee) in, zonder aanhalingstekens." },
        { "formQuestions[1].longest", "101", "formQuestions[1].longest: vul een heel getal in van 1 tot en met 100." },
        { "formQuestions[4].longest", "2001", "formQuestions[4].longest: vul een heel getal in van 1 tot en met 2000." },
        { "formQuestions[3].longest", "5", "formQuestions[3].longest: deze sleutel is onbekend. Haal hem weg of kies uit: kind, id, page, label, needed, hint, askedWhen." },
        { "formQuestions[0].options", "[]", "formQuestions[0].options: deze sleutel is onbekend. Haal hem weg of kies uit: kind, id, page, label, needed, hint, askedWhen." },
        { "formQuestions[2].options", "", "formQuestions[2].options: dit onderdeel ontbreekt. Voeg het toe." },
        { "formQuestions[2].options", "[{ \"id\": \"muziek\", \"name\": \"Muziek\" }]", "formQuestions[2].options: geef minstens twee antwoorden om uit te kiezen." },
        { "formQuestions[2].options[1].id", "\"muziek\"", "formQuestions[2].options[1].id: \"muziek\" staat al bij formQuestions[2].options[0]. Kies een andere." },
        { "formQuestions[1].askedWhen.answer", "\"ja\"", "formQuestions[1].askedWhen.answer: dat antwoord is er niet. Kies uit: yes, no." },
        { "formQuestions[2].askedWhen.answer", "\"schaken\"", "formQuestions[2].askedWhen.answer: dat antwoord is er niet. Kies uit: meedoen-en-ontmoeten, opgroeien-en-jeugd, langer-thuis-en-zorg, werk-en-ondernemen, gezond-leven, rondkomen, kunst-en-cultuur." },
        { "formQuestions[1].askedWhen.question", "\"kunstvorm\"", LaterQuestion },
        { "formQuestions[1].askedWhen.question", "\"welke-vergunning\"", LaterQuestion },
        { "formQuestions[1].page", "\"idea\"", LaterQuestion },
        { "formQuestions[0].kind", "\"number\"", LaterQuestion },
    };

    private const string LaterQuestion =
        "formQuestions[1].askedWhen.question: kies \"theme\", of de id van een keuzevraag die hierboven staat en niet op een latere pagina.";

    [Theory]
    [MemberData(nameof(OneThingWrong))]
    public void Load_OneThingWrong_NamesThePlaceAndWhatToDo(string place, string value, string problem)
    {
        using var draft = new PolicyDraft(json =>
        {
            OwnQuestions.AddTo(json);
            PolicyFileTests.Put(json, place, value);
        });

        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File));

        Assert.Equal([problem], exception.Problems.Select(found => found.ToString()));
    }

    [Fact]
    public void Load_MoreThanFit_SaysHowManyDo()
    {
        using var draft = new PolicyDraft(json => json["formQuestions"] = new JsonArray([.. Enumerable.Range(1, 11).Select(number => JsonNode.Parse(
            $$"""{ "id": "vraag-{{number}}", "page": "idea", "kind": "line", "needed": false, "label": "Vraag {{number}}?" }"""))]));

        var problem = Assert.Single(Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File)).Problems);

        Assert.Equal("formQuestions: er staan 11 vragen in. Houd er ten hoogste 10 over.", problem.ToString());
    }

    [Fact]
    public void Load_OneOfEachKind_IsReadWithItsTexts()
    {
        var permit = OwnQuestions.Question("vergunning");
        var which = OwnQuestions.Question("welke-vergunning");

        Assert.Equal(("own.vergunning", "eigen.vergunning", FormPart.WhereAndWhen), (permit.Id, permit.Field, permit.In));
        Assert.Equal(["yes", "no"], permit.Options.Select(option => option.Id));
        Assert.Equal(new LocalText("Heeft u een vergunning nodig?", "Do you need a permit?"), permit.Label);
        Assert.Equal(new OpenWords(permit.Label, permit.Label.Dutch, permit.Label.Dutch), permit.Open);
        Assert.Equal((60, new AskedWhen("own.vergunning", "yes")), (which.Longest, which.When));
        Assert.Equal(PlainQuestion.LongestText, OwnQuestions.Question("na-afloop").Longest);
        Assert.Null(OwnQuestions.Question("na-afloop").Open);
        Assert.Equal(new AskedWhen(AskedWhen.Theme, "kunst-en-cultuur"), OwnQuestions.Question("kunstvorm").When);
    }
}
