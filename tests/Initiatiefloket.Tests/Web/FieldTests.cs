using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class FieldTests
{
    private static readonly FormErrors TitleMissing = new() { { "title", "Vul een titel in" } };

    [Fact]
    public async Task TextField_Always_HasItsLabelForTheInput()
    {
        var document = await Rendered.Of<TextField>(new { Name = "costs[0].what", Label = "Waarvoor?" });

        var label = document.QuerySelector("label")!;
        Assert.Equal("Waarvoor?", label.TextContent);
        Assert.Equal("costs-0-what", label.GetAttribute("for"));
        Assert.Equal("costs[0].what", document.GetElementById("costs-0-what")!.GetAttribute("name"));
    }

    [Fact]
    public async Task TextField_WithHintAndError_DescribesTheInputWithBoth()
    {
        var document = await Rendered.Of<TextField>(new { Name = "title", Label = "Titel", Hint = "Een korte naam" }, TitleMissing);

        var input = document.QuerySelector("input")!;
        Assert.Equal("title-hint title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Een korte naam", document.GetElementById("title-hint")!.TextContent);
        Assert.Equal("Vul een titel in", document.GetElementById("title-error")!.TextContent);
    }

    [Fact]
    public async Task TextField_WithoutHintAndError_HasNoDescription()
    {
        var document = await Rendered.Of<TextField>(new { Name = "place", Label = "Plaats" }, TitleMissing);

        var input = document.QuerySelector("input")!;
        Assert.Null(input.GetAttribute("aria-describedby"));
        Assert.Null(input.GetAttribute("aria-invalid"));
        Assert.Empty(document.QuerySelectorAll(".utrecht-form-field-error-message"));
    }

    [Theory]
    [InlineData(true, "Telefoonnummer (optioneel)", null)]
    [InlineData(false, "Telefoonnummer", "true")]
    public async Task TextField_OptionalOrNot_SaysSoInWordsOrToScreenReaders(bool optional, string label, string? required)
    {
        var document = await Rendered.Of<TextField>(new { Name = "phone", Label = "Telefoonnummer", Optional = optional });

        Assert.Equal(label, document.QuerySelector("label")!.TextContent);
        Assert.Equal(required, document.QuerySelector("input")!.GetAttribute("aria-required"));
        Assert.Null(document.QuerySelector("input")!.GetAttribute("required"));
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' onfocus='alert(1)")]
    [InlineData("&quot; & < >")]
    [InlineData("naïef €1 😀 \u202Eomgekeerd")]
    public async Task TextField_WithNastyInput_ShowsItAsTyped(string typed)
    {
        var document = await Rendered.Of<TextField>(new { Name = "title", Label = typed, Hint = typed, Value = typed });

        Assert.Equal(typed, document.QuerySelector<IHtmlInputElement>("input")!.Value);
        Assert.Equal(typed, document.QuerySelector("label")!.TextContent);
        Assert.Empty(document.QuerySelectorAll("script, [onfocus]"));
    }

    [Theory]
    [InlineData("Eerste regel\nTweede regel")]
    [InlineData("\nBegint met een lege regel")]
    [InlineData("</textarea><script>alert(1)</script>")]
    public async Task TextAreaField_WithText_ShowsItAsTyped(string typed)
    {
        var document = await Rendered.Of<TextAreaField>(new { Name = "why", Label = "Waarom?", Value = typed });

        Assert.Equal(typed, document.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Empty(document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task SelectField_WithAValue_SelectsThatChoice()
    {
        var document = await Rendered.Of<SelectField>(
            new { Name = "ward", Label = "Wijk", Value = "thij", Choices = new Choice[] { new("centrum", "Centrum"), new("thij", "De Thij") } });

        Assert.Equal(["", "centrum", "thij"], document.QuerySelectorAll<IHtmlOptionElement>("option").Select(option => option.Value));
        Assert.Equal("thij", document.QuerySelector<IHtmlSelectElement>("select")!.Value);
    }

    [Fact]
    public async Task RadioGroup_WithAnError_IsOneQuestionWhoseFirstChoiceTheSummaryLinksTo()
    {
        var choices = new Choice[] { new("self", "Voor mijzelf"), new("group", "Voor een groep", "Bijvoorbeeld een straat") };
        var document = await Rendered.Of<RadioGroup>(new { Name = "title", Label = "Voor wie?", Choices = choices, Value = "group" }, TitleMissing);

        var group = document.QuerySelector("fieldset")!;
        Assert.Equal("Voor wie?", group.QuerySelector("legend")!.TextContent.Trim());
        Assert.Equal(("radiogroup", "true", "title-error"), (group.GetAttribute("role"), group.GetAttribute("aria-invalid"), group.GetAttribute("aria-describedby")));
        Assert.Equal("self", document.GetElementById(FieldId.Of("title"))!.GetAttribute("value"));
        Assert.Equal("group", document.QuerySelector<IHtmlInputElement>("input[checked]")!.Value);
        Assert.All(document.QuerySelectorAll("input"), input => Assert.Single(document.QuerySelectorAll($"label[for={input.Id}]")));
    }

    [Fact]
    public async Task CheckboxField_Ticked_PostsTrue()
    {
        var document = await Rendered.Of<CheckboxField>(new { Name = "consent", Label = "Akkoord", Checked = true });

        var box = document.QuerySelector<IHtmlInputElement>("input")!;
        Assert.True(box.IsChecked);
        Assert.Equal("true", box.Value);
    }

    [Fact]
    public async Task DateField_WithWhatWasTyped_ShowsItInThreeLabelledBoxes()
    {
        var document = await Rendered.Of<DateField>(new { Name = "title", Label = "Wanneer?", Value = new DateParts("31", "feb", "") }, TitleMissing);

        Assert.Equal(["title.day", "title.month", "title.year"], document.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal(["31", "feb", ""], document.QuerySelectorAll<IHtmlInputElement>("input").Select(input => input.Value));
        Assert.Equal(["Dag", "Maand", "Jaar"], document.QuerySelectorAll("input").Select(input => document.QuerySelector($"label[for={input.Id}]")!.TextContent));
        Assert.Equal("title.day", document.GetElementById(FieldId.Of("title"))!.GetAttribute("name"));
        Assert.All(document.QuerySelectorAll("input"), input => Assert.Equal("true", input.GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task MoneyField_WithWhatWasTyped_ShowsItWithTheRightKeyboard()
    {
        var document = await Rendered.Of<MoneyField>(new { Name = "amount", Label = "Bedrag", Value = "1.250,5" });

        var input = document.QuerySelector<IHtmlInputElement>("input")!;
        Assert.Equal(("1.250,5", "text", "decimal"), (input.Value, input.Type, input.GetAttribute("inputmode")));
    }
}
