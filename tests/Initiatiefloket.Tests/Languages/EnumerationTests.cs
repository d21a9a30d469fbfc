using Initiatiefloket.Languages;

namespace Initiatiefloket.Tests.Languages;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Ellen", "Ellen")]
    [InlineData("Ellen en Sanne", "Ellen", "Sanne")]
    [InlineData("Ellen, Sanne en Youssef", "Ellen", "Sanne", "Youssef")]
    public void JoinedWithAnd_Names_IsAsInASentence(string sentence, params string[] names) => Assert.Equal(sentence, names.JoinedWithAnd());
}
