using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Council;

/// <summary>The page on which a council member looks along, may call the case in or take that back, and asks the professional something.</summary>
public sealed class LookAlongPages(
    PersonalLinks links, LookAlongViews views, InitiativeTable initiatives, WorkflowSignals signals, CouncilQuestions questions, TimeProvider clock)
{
    /// <summary>Last part of the address that takes a call-in back.</summary>
    public const string TakeBackSegment = "intrekken";

    /// <summary>Last part of the address that takes a question.</summary>
    public const string AskSegment = "vraag";

    private const string Route = LinkPaths.LookAlong + "/{token}";

    private LinkPage<LookAlongForm> ThisPage => new(links, LinkPurpose.LookAlong)
    {
        Read = (_, posted) => LookAlongForm.Read(posted),
        Show = async (visit, cancellation) => Page.Show<LookAlongPage>(
            new { View = await views.BuildAsync(visit, cancellation), visit.Form, visit.Errors }, visit.Errors),
    };

    [Function(nameof(LookAlong))]
    public Task<IResult> LookAlong(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.GetAsync(token, LookAlongForm.Empty, cancellation);

    /// <summary>Stores the call-in, as long as the window is open; a second one of the same member changes nothing, nor does one of whoever is no member any more.</summary>
    [Function(nameof(CallIn))]
    public Task<IResult> CallIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => CallInAsync(client, visit, cancellation), cancellation);

    /// <summary>Takes the member's call-in back, as long as the window is open and too few members ask for it.</summary>
    [Function(nameof(TakeBackCallIn))]
    public Task<IResult> TakeBackCallIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + TakeBackSegment)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => TakeBackAsync(visit, cancellation), cancellation);

    /// <summary>Asks the professional something.</summary>
    [Function(nameof(AskProfessional))]
    public Task<IResult> AskProfessional(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + AskSegment)] HttpRequest request, string token, CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => AskAsync(visit, cancellation), cancellation);

    private async Task CallInAsync(DurableTaskClient client, LinkVisit<LookAlongForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        if (!view.MayCallIn)
        {
            return;
        }

        visit.Form.CheckReason(visit.Errors);
        if (visit.Errors.Any)
        {
            return;
        }

        var calledIn = EventOf("called-in", InitiativeEventKind.CalledIn, visit, visit.Form.Reason);
        await signals.SaveAndSignalAsync(
            client,
            new Signal(visit.Initiative.Id, WorkflowEvents.CalledIn, visit.Person),
            () => initiatives.ChangeAsync(visit.Initiative.Id, calledIn, current => current.CallIn(view.MemberId, visit.Form.Reason), cancellation),
            cancellation);
    }

    private async Task TakeBackAsync(LinkVisit<LookAlongForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        if (!view.MayTakeBack)
        {
            return;
        }

        visit.Form.CheckTakesBack(visit.Errors);
        if (!visit.Errors.Any)
        {
            // Counted in the same transaction as call-ins: with enough of them at that moment it is too late.
            var takenBack = EventOf("call-in-taken-back", InitiativeEventKind.CallInTakenBack, visit, note: null);
            await initiatives.ChangeAsync(
                visit.Initiative.Id, takenBack, current => current.TakeBackCallIn(view.MemberId, view.Policy.Council.CallInsNeeded), cancellation);
        }
    }

    private async Task AskAsync(LinkVisit<LookAlongForm> visit, CancellationToken cancellation)
    {
        var view = await views.BuildAsync(visit, cancellation);
        if (view is { IsMember: false } or { IsInvolved: true } or { Verdict: null })
        {
            return;
        }

        visit.Form.CheckQuestion(visit.Errors);
        if (visit.Errors.Any)
        {
            return;
        }

        switch (await questions.AskAsync(visit.Initiative, view.MemberId, visit.Form.Question, cancellation))
        {
            case QuestionAsked.Sent:
                return;
            case QuestionAsked.TooMany:
                visit.Errors.Add(LookAlongForm.QuestionField, $"Over dit initiatief zijn al {CouncilQuestion.Most} vragen gesteld. Bel de coördinator.");
                return;
            default:
                throw new UnreachableException();
        }
    }

    // A member may ask again after they took it back: each time has keys of its own.
    private InitiativeEvent EventOf(string key, InitiativeEventKind kind, LinkVisit visit, string? note)
    {
        var member = visit.Person.CouncilMemberId!;
        var turn = visit.Initiative.CallInTurnOf(member);
        var name = turn == 1 ? $"{key}-{member}" : string.Create(CultureInfo.InvariantCulture, $"{key}-{member}-{turn}");
        return new InitiativeEvent(name, kind, clock.GetUtcNow(), visit.Person, note);
    }
}
