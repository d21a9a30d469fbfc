using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class MailHostsTests
{
    [Theory]
    [InlineData("jan@gmial.com", "jan@gmail.com")] // two neighbours swapped
    [InlineData("jan@gamil.com", "jan@gmail.com")]
    [InlineData("jan@gmail.con", "jan@gmail.com")] // another character
    [InlineData("jan@gmal.com", "jan@gmail.com")] // one too few
    [InlineData("jan@ggmail.com", "jan@gmail.com")] // one too many
    [InlineData("jan@gmail.comm", "jan@gmail.com")]
    [InlineData("jan@gmail.co", "jan@gmail.com")]
    [InlineData("Jan.Smit@GMIAL.com", "Jan.Smit@gmail.com")]
    [InlineData("jan@hotmial.nl", "jan@hotmail.nl")]
    [InlineData("jan@hotmail.n", "jan@hotmail.nl")]
    [InlineData("jan@zigo.nl", "jan@ziggo.nl")]
    [InlineData("jan@xs4al.nl", "jan@xs4all.nl")]
    [InlineData("jan@outlok.com", "jan@outlook.com")]
    [InlineData("jan@iclod.com", "jan@icloud.com")]
    [InlineData("jan@pronton.me", "jan@proton.me")]
    [InlineData("jan@gmail.com", null)]
    [InlineData("jan@GMAIL.com", null)]
    [InlineData("jan@live.nl", null)]
    [InlineData("jan@yahoo.nl", null)]
    [InlineData("jan@mail.com", null)] // exists as well
    [InlineData("jan@ymail.com", null)]
    [InlineData("jan@gmxil.cmo", null)] // two slips
    [InlineData("jan@oldenzaal.nl", null)]
    [InlineData("jan@", null)]
    [InlineData("gmial.com", null)]
    [InlineData("", null)]
    public void MeantBy_Address_IsAKnownHostThatIsOneSlipAway(string typed, string? meant) => Assert.Equal(meant, MailHosts.MeantBy(typed));
}
