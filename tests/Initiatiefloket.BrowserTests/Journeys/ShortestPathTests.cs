using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>What it costs a resident with a phone to apply for a small plan: what is asked and one cost line, nothing that may stay open.</summary>
[Collection(JourneysSite.Name)]
public sealed class ShortestPathTests(LoketSite site, ITestOutputHelper output)
{
    private const int MostTaps = 20;

    // Of what stands between header and footer.
    private const int MostPixels = 9500;

    // With header and footer on each page.
    private const int MostWholePixels = 14_500;

    [Fact]
    public async Task Apply_WhatIsAskedOnAPhone_TakesFewTapsAndLittleScrolling()
    {
        var proposal = new Proposal { Title = "Plantjesdag", Email = "plantjesdag@bewoner.example" };
        await using var resident = await site.PersonAsync(Device.Phone);
        var walk = new Walk(resident);
        await resident.OpenAsync("/");
        await resident.UseSiteFontAsync();
        await walk.OnAsync(() => resident.FollowAsync("Begin met uw aanvraag"));
        while (!resident.Page.Url.EndsWith(Form.Check, StringComparison.Ordinal))
        {
            await walk.FillInAsync(proposal.Fields.Where(field => field.Field is "titel" or "plan" or "thema" or "wijk"
                or "kosten[0].omschrijving" or "kosten[0].bedrag" or "naam" or "straat" or "postcode" or "email"));
            await walk.OnAsync(() => resident.PressAsync("Verder"));
        }

        await walk.FillInAsync([("akkoord", "true")]);
        await walk.OnAsync(() => resident.PressAsync(Proposal.SendButton));
        var link = (await site.Host.Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link;
        await walk.OnAsync(() => resident.OpenAsync(link));
        await walk.OnAsync(() => resident.PressAsync("Bevestig en verstuur"));
        await Expect(resident.Heading).ToHaveTextAsync("Uw aanvraag is verstuurd");
        await walk.SeeAsync();

        output.WriteLine(walk.ToString());
        Assert.True(walk.Taps <= MostTaps, walk.ToString());
        Assert.True(walk.Pixels <= MostPixels, walk.ToString());
        Assert.True(walk.WholePixels <= MostWholePixels, walk.ToString());
    }

    /// <summary>Counts taps and the heights of the pages.</summary>
    private sealed class Walk(Person person)
    {
        private readonly List<string> _pages = [];

        public int Taps { get; private set; }

        /// <summary>Heights of the main parts.</summary>
        public int Pixels { get; private set; }

        /// <summary>Heights of the whole pages.</summary>
        public int WholePixels { get; private set; }

        /// <summary>Leaves the page with one tap.</summary>
        public async Task OnAsync(Func<Task> tap)
        {
            await SeeAsync();
            Taps++;
            await tap();
        }

        /// <summary>Fills in what is not filled in yet. A tap in each field; a list takes one to open and one to choose.</summary>
        public async Task FillInAsync(IEnumerable<(string Field, string Value)> fields)
        {
            foreach (var field in fields)
            {
                Taps += await person.Page.EvaluateAsync<int>(
                    """
                    ([name, value]) => {
                      const fields = [...document.querySelectorAll(`[name='${name}']:not([type=hidden])`)];
                      const wanted = fields.find(field => field.type !== 'radio' || field.value === value);
                      if (!wanted || (wanted.type === 'radio' ? wanted.checked : wanted.value === value && wanted.type !== 'checkbox')) return 0;
                      return wanted.tagName === 'SELECT' ? 2 : 1;
                    }
                    """,
                    new[] { field.Field, field.Value });
                await person.FillInAsync([field]);
            }
        }

        public async Task SeeAsync()
        {
            await person.FontIsThereAsync();
            var heights = await person.Page.EvaluateAsync<int[]>(
                "() => [document.querySelector('main').offsetHeight, document.documentElement.scrollHeight]");
            Pixels += heights[0];
            WholePixels += heights[1];
            _pages.Add($"{await person.Heading.TextContentAsync()}: {heights[0]}");
        }

        public override string ToString() => $"{Taps} taps, {Pixels} px, {WholePixels} px with header and footer. {string.Join("; ", _pages)}";
    }
}
