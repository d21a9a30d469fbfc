using System.Text.RegularExpressions;

namespace Initiatiefloket.Testing;

/// <summary>The people of the town: they read their mail, follow the links in it and press buttons, over real HTTP.</summary>
/// <param name="site">Where the app answers.</param>
/// <param name="post">The mailbox that all their mail arrives in.</param>
public sealed partial class Town(Uri site, PostOffice post)
{
    private const string CodeField = "bevestigingscode";

    /// <summary>Fills in the form; the application is a draft then, and a mail to confirm it is on its way.</summary>
    public async Task<PageSeen> FillInAsync(Proposal proposal)
    {
        using var resident = new Visitor(site);
        return await SendAsync(resident, await ReachCheckAsync(resident, proposal), proposal);
    }

    /// <summary>Fills in all pages of the form, up to the one on which it is checked and sent.</summary>
    public static async Task<PageSeen> ReachCheckAsync(Visitor resident, Proposal proposal) => await proposal.ReachCheckAsync(
        await resident.OpenAsync("/aanvragen"), (page, button, fields) => resident.PressAsync(page, button, fields));

    /// <summary>Sends the form from its last page.</summary>
    public static Task<PageSeen> SendAsync(Visitor resident, PageSeen check, Proposal proposal) =>
        resident.PressAsync(check, Proposal.SendButton, proposal.FieldsOn(check));

    /// <summary>Fills in the form and confirms the e-mail address.</summary>
    /// <returns>The reference of the application.</returns>
    public async Task<string> ApplyAsync(Proposal proposal)
    {
        await FillInAsync(proposal);
        return await ConfirmAsync(proposal.Email);
    }

    /// <summary>The same in English, which the mails and letters are in then. Up to the last page, where the language is kept, the form is filled in in Dutch.</summary>
    /// <returns>The reference of the application.</returns>
    public async Task<string> ApplyInEnglishAsync(Proposal proposal)
    {
        using var resident = new Visitor(site);
        var check = await resident.OpenAsync($"{(await ReachCheckAsync(resident, proposal)).Address.AbsolutePath}?taal=en");
        await resident.PressAsync(check, "Send your application", proposal.FieldsOn(check));
        return ReferenceOn(await FollowAsync(proposal.Email, "Confirm your application", "Bevestig en verstuur"));
    }

    /// <summary>Presses the button behind the newest mail to confirm.</summary>
    /// <returns>The reference of the application.</returns>
    public async Task<string> ConfirmAsync(string email) => ReferenceOn(await FollowAsync(email, "Bevestig uw aanvraag", "Bevestig en verstuur"));

    /// <summary>Opens the link in the newest mail about something and presses a button there; a letter that is shown before it is sent is sent.</summary>
    /// <param name="email">Whose mail.</param>
    /// <param name="subject">Words in the subject.</param>
    /// <param name="button">What the button says.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<PageSeen> FollowAsync(
        string email, string subject, string button, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var person = new Visitor(site);
        return await ConfirmAsync(person, await person.DecideAsync(await OpenAsync(person, email, subject), button, [.. fields]), email);
    }

    /// <summary>Types the code from the newest mail, when the page asks for one; otherwise it stays the page that it is.</summary>
    /// <param name="person">In whose browser.</param>
    /// <param name="page">What came of a press.</param>
    /// <param name="email">Where the code goes.</param>
    public async Task<PageSeen> ConfirmAsync(Visitor person, PageSeen page, string email) =>
        page.Document.QuerySelector($"[name={CodeField}]")?.Closest("form")?.QuerySelector("button") is { } button
            ? await person.PressAsync(page, button.TextContent.Trim(), (CodeField, await NewestCodeAsync(email)))
            : page;

    /// <summary>Opens somebody's overview, with a code from their mail in a browser that does not know it yet.</summary>
    public async Task<PageSeen> OpenOverviewAsync(Visitor person, string link, string email)
    {
        var page = await person.OpenAsync(link);
        return page.Buttons.Contains("Mail mij een code") ? await ConfirmAsync(person, await person.PressAsync(page, "Mail mij een code"), email) : page;
    }

    /// <summary>The code in the newest mail with one.</summary>
    public async Task<string> NewestCodeAsync(string email) =>
        Code().Match((await post.WaitForAsync(email, "Uw code")).Text!).Groups[1].Value;

    /// <summary>Opens the link in the newest mail about something.</summary>
    public async Task<PageSeen> OpenAsync(string email, string subject)
    {
        using var person = new Visitor(site);
        return await OpenAsync(person, email, subject);
    }

    /// <summary>A professional approves the application of this reference.</summary>
    public async Task<PageSeen> ApproveAsync(string email, string id, string amount)
    {
        using var professional = new Visitor(site);
        var page = await OpenAsync(professional, email, $"initiatief {id}");
        return await ConfirmAsync(professional, await professional.DecideAsync(page, "Ken toe", Decisions.Approval(page, amount)), email);
    }

    /// <summary>A professional lets neighbours read the plan of this reference, or not any more.</summary>
    public async Task<PageSeen> ReleaseAsync(string email, string id, bool takesBack = false)
    {
        using var professional = new Visitor(site);
        var page = await OpenAsync(professional, email, $"initiatief {id}");
        return await ReleaseAsync(professional, page, takesBack);
    }

    /// <summary>The same from a page of the case that leads there.</summary>
    public static async Task<PageSeen> ReleaseAsync(Visitor professional, PageSeen page, bool takesBack = false)
    {
        var button = takesBack ? "Laat buren dit niet meer lezen" : "Laat buren dit lezen";
        return await professional.PressAsync(await professional.OpenAsync(page.LinkTo(button)), button, ("zeker", "true"));
    }

    /// <summary>A professional refuses the application of this reference.</summary>
    public Task<PageSeen> DeclineAsync(string email, string id) =>
        FollowAsync(email, $"initiatief {id}", "Wijs af", Decisions.Refusal);

    /// <summary>A professional sets the application of this reference aside.</summary>
    public Task<PageSeen> SetAsideAsync(string email, string id) =>
        FollowAsync(email, $"initiatief {id}", "Stel buiten behandeling", ("onvolledig", "Zonder dat kunnen wij het plan niet beoordelen."));

    /// <summary>A professional asks the applicant something.</summary>
    public Task<PageSeen> AskAsync(string email, string id, string question) =>
        FollowAsync(email, $"initiatief {id}", "Stel de vraag", Decisions.Question(question));

    /// <summary>The applicant answers the question that the newest mail is about.</summary>
    public async Task<PageSeen> AnswerAsync(string email, string id, string answer)
    {
        using var resident = new Visitor(site);
        var status = await OpenAsync(resident, email, $"Vraag over uw initiatief {id}");
        var question = await resident.OpenAsync(status.LinkTo("Beantwoord de vraag"));
        return await resident.PressAsync(question, "Verstuur antwoorden", [.. question.FieldsLike("antwoord[").Select(field => (field, answer))]);
    }

    /// <summary>The applicant withdraws, on the page behind the mail that confirmed receipt.</summary>
    public async Task<PageSeen> WithdrawAsync(string email, string id)
    {
        using var resident = new Visitor(site);
        var status = await OpenAsync(resident, email, $"aanvraag {id} ontvangen");
        return await resident.PressAsync(await resident.OpenAsync(status.LinkTo("Aanvraag intrekken")), "Ja, trek mijn aanvraag in");
    }

    /// <summary>The coordinator records what the council decided.</summary>
    /// <param name="email">The coordinator.</param>
    /// <param name="id">Reference of the application.</param>
    /// <param name="choice">"toekennen" or "afwijzen".</param>
    /// <param name="reasons">Why.</param>
    /// <param name="day">Day of the council's meeting.</param>
    public Task<PageSeen> RecordCouncilDecisionAsync(string email, string id, string choice, string reasons, DateOnly day) => FollowAsync(
        email,
        $"({id})",
        "Leg het besluit vast",
        ("besluit", choice),
        ("grond", choice == "afwijzen" ? "costs" : ""),
        ("redenen", reasons),
        ("stemming", "zonder"),
        ("datum.day", $"{day.Day}"),
        ("datum.month", $"{day.Month}"),
        ("datum.year", $"{day.Year}"));

    private static string ReferenceOn(PageSeen confirmed) => confirmed.Document.QuerySelector("strong")!.TextContent;

    [GeneratedRegex("Uw code: ([0-9]{3} [0-9]{3})")]
    private static partial Regex Code();

    private async Task<PageSeen> OpenAsync(Visitor person, string email, string subject)
    {
        var mail = await post.WaitForAsync(email, subject);
        return mail.Links.Count > 0
            ? await person.OpenAsync(mail.Link)
            : await person.PressAsync(await person.OpenAsync("/code"), "Verder", ("code", mail.Codes[0]));
    }
}
