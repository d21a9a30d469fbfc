using System.Text.RegularExpressions;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed partial class InitiativeIdTests
{
    [Fact]
    public void New_Always_CanBeReadAloudAndTyped()
    {
        var ids = Enumerable.Range(0, 2000).Select(_ => InitiativeId.New(2026)).ToList();

        Assert.All(ids, id => Assert.Matches(Form(), id));
        Assert.Equal(32, ids.SelectMany(id => id[^5..]).Distinct().Count());
        Assert.Equal("BI-2031-", InitiativeId.New(2031)[..8]);
    }

    [GeneratedRegex("^BI-2026-[2-9A-HJ-NP-Z]{5}$")]
    private static partial Regex Form();
}
