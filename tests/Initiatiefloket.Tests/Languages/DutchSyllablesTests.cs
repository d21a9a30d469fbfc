namespace Initiatiefloket.Tests.Languages;

public sealed class DutchSyllablesTests
{
    [Theory]
    [InlineData("u", 1)]
    [InlineData("geld", 1)]
    [InlineData("wijk", 1)]
    [InlineData("mooi", 1)]
    [InlineData("nieuw", 1)]
    [InlineData("sneeuw", 1)]
    [InlineData("geeft", 1)]
    [InlineData("30", 1)]
    [InlineData("aanvraag", 2)]
    [InlineData("buren", 2)]
    [InlineData("bijna", 2)]
    [InlineData("ruimte", 2)]
    [InlineData("Truus", 1)]
    [InlineData("idee", 2)]
    [InlineData("gemeente", 3)]
    [InlineData("rekening", 3)]
    [InlineData("theater", 3)]
    [InlineData("e-mail", 2)]
    [InlineData("professional", 5)]
    [InlineData("coördinator", 5)]
    [InlineData("geïnteresseerd", 5)]
    [InlineData("beëindigd", 3)]
    [InlineData("initiatief", 5)]
    [InlineData("verantwoording", 4)]
    public void CountIn_AWord_IsAsItIsSaid(string word, int syllables) => Assert.Equal(syllables, DutchSyllables.CountIn(word));
}
