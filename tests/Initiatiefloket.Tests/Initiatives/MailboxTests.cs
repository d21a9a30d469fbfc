using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("e.kamphuis@oldenzaal.example", "E.Kamphuis@Oldenzaal.Example")]
    [InlineData("e.kamphuis@oldenzaal.example", " e.kamphuis@oldenzaal.example ")]
    [InlineData("e.kamphuis@oldenzaal.example", "e.kamphuis+prive@oldenzaal.example")]
    [InlineData("piet+1@buren.example", "PIET+2+3@buren.example")]
    [InlineData("jan@bücher.example", "jan@xn--bcher-kva.example")]
    [InlineData("jan@BÜCHER.example", "jan@bücher.example")]
    public void IsSame_WaysToWriteOneMailbox_IsTrue(string one, string other) => Assert.True(Mailbox.IsSame(one, other));

    [Theory]
    [InlineData("e.kamphuis@oldenzaal.example", "ekamphuis@oldenzaal.example")]
    [InlineData("e.kamphuis@oldenzaal.example", "e.kamphuis@raad.oldenzaal.example")]
    [InlineData("e.kamphuis@oldenzaal.example", "e.kamphuis-prive@oldenzaal.example")]
    [InlineData("+1@buren.example", "+2@buren.example")]
    [InlineData("jan@buren.example", "jan")]
    [InlineData("jan@", "piet@")]
    public void IsSame_AnotherMailbox_IsFalse(string one, string other) => Assert.False(Mailbox.IsSame(one, other));
}
