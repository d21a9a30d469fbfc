using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>What a professional does on the review page.</summary>
internal static class Deciding
{
    /// <summary>The first tick of what was looked at.</summary>
    public const string Check = "vink";

    extension(Person person)
    {
        /// <summary>Fills in what a grant asks: the ticks, a good score with a reason on each line of the rubric, and why. Unfolds all parts of the page.</summary>
        public async Task FillInApprovalAsync()
        {
            await person.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
            await person.FillInRubricAsync();
            foreach (var check in await person.Page.Locator($"[name='{Check}']").AllAsync())
            {
                await check.CheckAsync();
            }

            await person.Field("toelichting").FillAsync("Dit helpt de wijk vooruit.");
        }

        /// <summary>Sends the decision whose letter is shown.</summary>
        public async Task SendReadAsync()
        {
            await person.FillInAsync([("akkoord", "true")]);
            await person.ArriveAsync(() => person.Page.Locator($"button[name={Decisions.ReadField}]").ClickAsync());
        }
    }
}
