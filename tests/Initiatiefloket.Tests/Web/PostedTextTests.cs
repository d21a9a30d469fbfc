using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Web;

public sealed class PostedTextTests
{
    [Theory]
    [InlineData("  Samen eten \t", "Samen eten")]
    [InlineData("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier")]
    [InlineData("een\u2028twee\u0085drie", "een\ntwee\ndrie")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("een\ttwee", "een\ttwee")]
    [InlineData("\U0001F33B\U0001F468\u200D\U0001F373", "\U0001F33B\U0001F468\u200D\U0001F373")]
    [InlineData("a\uFFFEb", "ab")]
    [InlineData("a\uFFFFb", "ab")]
    [InlineData("\u200B\u200B \uFEFF", "")]
    [InlineData("naam\u200B@voorbeeld.nl\uFEFF", "naam@voorbeeld.nl")]
    [InlineData("\u200D", "")]
    [InlineData("\u202Eneerg\u202C", "neerg")]
    [InlineData("", "")]
    public void Clean_Typed_IsTheTextWithoutWhatCannotBeSeen(string typed, string clean) => Assert.Equal(clean, PostedText.Clean(typed));

    [Fact]
    public void Clean_HalfASign_BecomesTheSignForThat()
    {
        // Not inline data: an attribute cannot hold half a sign.
        Assert.Equal("a\uFFFDb", PostedText.Clean("a\uD83Cb"));
        Assert.Equal("a\uFFFDb", PostedText.Clean("a\uDF3Bb"));
    }

    [Property(MaxTest = 2000)]
    public Property Clean_AnySigns_CanBeStoredAndCleaningTwiceChangesNothing() =>
        Prop.ForAll(AnyText, typed =>
        {
            var clean = PostedText.Clean(typed);
            return clean == PostedText.Clean(clean)
                && clean.IsNormalized()
                && clean.Trim() == clean
                && !clean.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t'));
        });

    [Theory]
    [InlineData("Samen\r\neten  in\tDe Thij", "Samen eten in De Thij")]
    [InlineData("  \n ", "")]
    public void Line_SeveralLines_AreOne(string typed, string line) => Assert.Equal(line, Form(typed).Line("veld"));

    [Fact]
    public void Text_FieldThatWasNotSent_IsEmpty() => Assert.Equal("", Form("x").Text("ander veld"));

    private static Arbitrary<string> AnyText { get; } = Gen.Choose(0, char.MaxValue)
        .Select(code => (char)code)
        .Or(Gen.Elements(' ', '\n', '\r', '\t', '\0', '\u0301', '\uD83C', '\uDF3B', '\u200B', '\u202E', '\uFFFE', 'a'))
        .ArrayOf()
        .Select(signs => new string(signs))
        .ToArbitrary();

    private static FormCollection Form(string typed) => new(new Dictionary<string, StringValues> { ["veld"] = typed });
}
