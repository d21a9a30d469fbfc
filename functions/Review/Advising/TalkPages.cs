using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review.Advising;

/// <summary>The page on which somebody who decides writes notes, notes talks with the applicant, and asks colleagues for advice.</summary>
public sealed class TalkPages(PersonalLinks links, CaseTalkTable table, Consultations consultations, TalkNotes talks, TimeProvider clock)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "overleg";

    private const string Route = LinkPaths.Review + "/{token}/" + Segment;

    private LinkPage<TalkForm> ThisPage => new(links, LinkPurpose.Review)
    {
        // Who is involved, or gave up their place, is sent back to the page that says so.
        InPlace = visit => visit.Initiative.MayReadCase(visit.Person) ? null : Page.SeeOther(visit.Address),
        Read = (_, posted) => TalkForm.From(posted),
        Show = ShowAsync,
        Onward = visit => $"{visit.Address}/{Segment}",
    };

    [Function(nameof(ShowTalk))]
    public Task<IResult> ShowTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.GetAsync(token, TalkForm.Empty, cancellation);

    [Function(nameof(Talk))]
    public Task<IResult> Talk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        ThisPage.PostAsync(token, visit => TalkAsync(visit, cancellation), cancellation);

    private async Task TalkAsync(LinkVisit<TalkForm> visit, CancellationToken cancellation)
    {
        if (!IsOpen(visit))
        {
            visit.Errors.Add("", "U beslist niet (meer) over deze aanvraag. U kunt hier niets toevoegen.");
            return;
        }

        switch (visit.Form.Action)
        {
            case TalkForm.AddNote:
                await NoteAsync(visit, cancellation);
                break;
            case TalkForm.AskAdvice:
                await AskAsync(visit, cancellation);
                break;
            case TalkForm.NoteTalk:
                visit.Form.CheckTalk(visit.Errors);
                if (!visit.Errors.Any)
                {
                    await talks.NoteAsync(visit.Initiative.Id, visit.Form.Talk, visit.Person, cancellation);
                }

                break;
            default:
                visit.Errors.Add("", "Druk op een van de knoppen: bewaar de notitie, leg het gesprek vast of vraag advies.");
                break;
        }
    }

    private async Task NoteAsync(LinkVisit<TalkForm> visit, CancellationToken cancellation)
    {
        visit.Form.CheckNote(visit.Errors);
        if (!visit.Errors.Any)
        {
            await table.AddAsync(visit.Initiative.Id, new Note(visit.Person, clock.GetUtcNow(), visit.Form.Note), cancellation);
        }
    }

    private async Task AskAsync(LinkVisit<TalkForm> visit, CancellationToken cancellation)
    {
        var (form, initiative) = (visit.Form, visit.Initiative);
        form.CheckQuestion(consultations.ColleaguesFor(initiative, visit.Person), visit.Errors);
        if (!visit.Errors.Any && !await consultations.AskAsync(initiative, visit.Person, Actor.Reviewer(form.Colleague), form.Question, cancellation))
        {
            visit.Errors.Add("", $"Over deze aanvraag is al {Advice.Most} keer advies gevraagd. Bel of mail uw collega.");
        }
    }

    private async Task<IResult> ShowAsync(LinkVisit<TalkForm> visit, CancellationToken cancellation) => Page.Show<TalkPage>(
        new
        {
            visit.Initiative,
            Talk = (await table.GetAsync(visit.Initiative.Id, cancellation)).SeenBy(visit.Person, visit.Initiative),
            Colleagues = consultations.ColleaguesFor(visit.Initiative, visit.Person),
            IsOpen = IsOpen(visit),
            Back = visit.Address,
            visit.Form,
            visit.Errors,
        },
        visit.Errors);

    private static bool IsOpen(LinkVisit visit) => visit.Initiative.AcceptsVoteOf(visit.Person, visit.Link.Round);
}
