using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>Ways through the form.</summary>
internal static class FormWalks
{
    /// <summary>Begins a form and goes straight to one of its pages.</summary>
    public static async Task OpenFormAsync(this Person person, string step = Form.Idea)
    {
        await person.OpenAsync("/aanvragen");
        if (step != Form.Idea)
        {
            await person.OpenAsync(person.AddressOf(step));
        }
    }

    /// <summary>Fills in the pages of a new form until this one.</summary>
    public static async Task FillInUntilAsync(this Person person, string step, Proposal proposal)
    {
        await person.OpenFormAsync();
        foreach (var _ in Form.Steps.TakeWhile(before => before != step))
        {
            await person.FillInAsync(proposal);
            await person.PressAsync("Verder");
        }
    }

    /// <summary>The address of another page of the same form.</summary>
    public static string AddressOf(this Person person, string step) => new Uri(new Uri(person.Page.Url), step).ToString();

    /// <summary>What the fields of the page hold, by name; without what is not for people.</summary>
    public static Task<Dictionary<string, string>> ValuesAsync(this Person person) => person.Page.EvaluateAsync<Dictionary<string, string>>(
        """
        () => Object.fromEntries([...document.querySelectorAll('main input:not([type=hidden]), main textarea, main select')]
          .filter(field => !['radio', 'checkbox'].includes(field.type) || field.checked)
          .map(field => [field.name, field.value]))
        """);
}
