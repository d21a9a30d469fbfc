using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Review;

/// <summary>Lets a reviewer give a case to a colleague, who gets an invitation of their own: nobody needs to forward a mail.</summary>
public sealed class PassOnPages(
    PersonalLinks links, Assigner assigner, HandOvers handOvers, Confirmations confirming, Policy policy)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "doorgeven";

    private const string Route = LinkPaths.Review + "/{token}/" + Segment;

    private LinkPage<PassOnForm> ThisPage => new(links, LinkPurpose.Review)
    {
        // Who has no place to give is sent back to the page that says how it stands.
        InPlace = visit => HasPlace(visit) ? null : Page.SeeOther(visit.Address),
        Read = (_, posted) => PassOnForm.Read(posted),
        Show = async (visit, cancellation) => Page.Show<PassOnPage>(
            new { visit.Initiative, visit.Form, visit.Errors, Back = visit.Address, Colleagues = await ChoicesAsync(visit, cancellation) }, visit.Errors),
    };

    /// <summary>Whether somebody has a place that they can give to a colleague.</summary>
    public static bool HasPlace(Initiative initiative, Actor person, int round) =>
        person.Kind == ActorKind.Reviewer && initiative.Panel.Seats.Contains(person) && initiative.AcceptsVoteOf(person, round);

    [Function(nameof(ShowPassOn))]
    public Task<IResult> ShowPassOn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, PassOnForm.Empty, cancellation);

    [Function(nameof(PassOn))]
    public Task<IResult> PassOn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => PassOnAsync(client, visit, cancellation), cancellation);

    private static bool HasPlace(LinkVisit visit) => HasPlace(visit.Initiative, visit.Person, visit.Link.Round);

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(LinkVisit visit, CancellationToken cancellation) =>
        [.. (await assigner.ColleaguesForAsync(visit.Initiative, cancellation)).Select(person => new Choice(person.ToString(), policy.NameOf(person)))];

    private async Task<IResult> PassOnAsync(DurableTaskClient client, LinkVisit<PassOnForm> visit, CancellationToken cancellation)
    {
        if (visit.Form.Check(await ChoicesAsync(visit, cancellation), visit.Errors) is not { } colleague)
        {
            return await ThisPage.Show(visit, cancellation);
        }

        var what = $"De zaak gaat naar {policy.NameOf(colleague)}";
        return await confirming.ActAsync(visit, visit.Initiative.NeedsCode(policy), "pass-on", what, PassOnNowAsync, cancellation);

        // Too late when they voted, or the place changed hands: the page says how it stands.
        async Task<IResult> PassOnNowAsync()
        {
            await handOvers.HandOverAsync(
                client, visit.Initiative, visit.Person, colleague, HandOverReason.PassedOn, visit.Person, cancellation, visit.Form.Reason);
            return Page.SeeOther(visit.Address);
        }
    }
}

/// <summary>To whom a case goes, as it was filled in.</summary>
/// <param name="Colleague">The actor, as text.</param>
/// <param name="Reason">Why.</param>
public sealed record PassOnForm(string Colleague, string Reason)
{
    public const string ColleagueField = "collega";
    public const string ReasonField = "reden";
    private const int LongestReason = 500;

    public static PassOnForm Empty { get; } = new("", "");

    public static PassOnForm Read(IFormCollection form) => new(form.Line(ColleagueField), form.Text(ReasonField));

    /// <summary>Who gets it, or null with the errors added.</summary>
    public Actor? Check(IReadOnlyList<Choice> colleagues, FormErrors errors)
    {
        if (colleagues.All(choice => choice.Value != Colleague))
        {
            errors.Add(ColleagueField, "Kies een collega die de zaak kan overnemen.");
        }

        errors.Require(ReasonField, Reason, "Vul in waarom u de zaak doorgeeft. De coördinator leest dit.", LongestReason);
        return errors.Any ? null : Actor.Read(Colleague);
    }
}
