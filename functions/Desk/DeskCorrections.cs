using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>
/// Corrects an error of typing in an application, such as one that was taken over from paper. What is asked stays as it is: another amount, place or date is another
/// application, or an answer to a question.
/// </summary>
public sealed class DeskCorrections(PersonalLinks links, DeskViews views, InitiativeTable initiatives, Confirmations confirming, Policy policy, TimeProvider clock)
{
    public const string Path = "tikfout";

    [Function(nameof(CorrectApplication))]
    public Task<IResult> CorrectApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Desk + "/{token}/" + Path)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        views.PageBehind(links).PostAsync(token, visit => AskAsync(visit, cancellation), cancellation);

    private async Task<IResult> AskAsync(LinkVisit<DeskForm> visit, CancellationToken cancellation)
    {
        var page = views.PageBehind(links);
        if (!visit.Initiative.AwaitsDecision || !visit.Initiative.MaySeeCase(visit.Person))
        {
            return Page.SeeOther(visit.Address);
        }

        var form = visit.Form.Correction;
        var before = await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation);
        form.Check(before, visit.Errors);
        return visit.Errors.Any
            ? await page.Show(visit, cancellation)
            : await confirming.ActAsync(visit, visit.Initiative.NeedsCode(policy), Path, "Een tikfout in de aanvraag verbeteren", CorrectAsync, cancellation);

        async Task<IResult> CorrectAsync()
        {
            var happened = new InitiativeEvent($"application-corrected-{form.Version}", InitiativeEventKind.ApplicationCorrected, clock.GetUtcNow(), visit.Person, form.NoteAbout(before));
            if (await initiatives.CorrectAsync(visit.Initiative.Id, form.Version, form.Title, form.Plan, happened, cancellation))
            {
                return Page.SeeOther(visit.Address);
            }

            visit.Errors.Add("", "De aanvraag is intussen gewijzigd. Kijk wat er nu staat en vul het opnieuw in.");
            return await page.Show(visit, cancellation);
        }
    }
}

/// <summary>Title and plan as they are to be, and why.</summary>
public sealed record ApplicationCorrection(string Title, string Plan, string Why, string Version)
{
    public const string TitleField = "titel";
    public const string PlanField = "plan";
    public const string WhyField = "tikfoutreden";
    public const string VersionField = "aanvraagversie";

    // As long as the form on the site takes.
    private const int LongestTitle = 100;
    private const int LongestPlan = 8_000;
    private const int LongestWhy = 500;

    /// <summary>Another form was posted.</summary>
    public static ApplicationCorrection Empty { get; } = new("", "", "", "");

    public static ApplicationCorrection Read(IFormCollection form) =>
        new(form.Line(TitleField), form.Text(PlanField), form.Text(WhyField), form.Value(VersionField));

    /// <summary>Adds what is wrong with it.</summary>
    public void Check(Application before, FormErrors errors)
    {
        errors.Require(TitleField, Title, "Vul de titel in.", LongestTitle);
        errors.Require(PlanField, Plan, "Vul het plan in.", LongestPlan);
        errors.Require(WhyField, Why, "Vul in wat er mis was, bijvoorbeeld: verkeerd overgenomen van het papieren formulier.", LongestWhy);
        if (!errors.Any && (Title, Plan) == (before.Title, before.Plan))
        {
            errors.Add(TitleField, "Er is niets gewijzigd. Pas aan wat niet klopt.");
        }
    }

    /// <summary>What the trail keeps: the reason, and each text as it was and as it is.</summary>
    public string NoteAbout(Application before) => string.Join(
        "\n",
        new[] { Why, Changed("Titel", before.Title, Title), Changed("Plan", before.Plan, Plan) }.OfType<string>());

    private static string? Changed(string what, string from, string to) => from == to ? null : $"{what} was: {from}\n{what} is: {to}";
}
