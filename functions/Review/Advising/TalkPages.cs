using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review.Advising;

/// <summary>The page on which somebody who decides writes notes and asks colleagues for advice.</summary>
public sealed class TalkPages(PersonalLinks links, CaseTalkTable table, Consultations consultations, TimeProvider clock)
{
    public const string Segment = "overleg";
    public const string NoteField = "notitie";
    public const string ActionField = "actie";
    public const string AddNote = "noteer";
    public const string AskAdvice = "vraag-advies";
    private const string Route = LinkPaths.Review + "/{token}/" + Segment;

    [Function(nameof(ShowTalk))]
    public Task<IResult> ShowTalk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(token, (link, initiative) => ShowAsync(token, link, initiative, AskAdviceForm.Empty, "", [], cancellation), cancellation);

    [Function(nameof(Talk))]
    public Task<IResult> Talk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(
            token,
            async (link, initiative) =>
            {
                var form = await request.ReadFormAsync(cancellation);
                var asked = AskAdviceForm.From(form);
                var note = form.Text(NoteField);
                var errors = form.Line(ActionField) switch
                {
                    _ when !initiative.AcceptsVoteOf(link.Person, link.Round) => Wrong("", "U beslist niet (meer) over deze aanvraag. U kunt hier niets toevoegen."),
                    AddNote => await NoteAsync(link, note, cancellation),
                    AskAdvice => await AskAsync(link, initiative, asked, cancellation),
                    _ => Wrong("", "Druk op een van de knoppen: bewaar de notitie of vraag advies."),
                };
                return errors.Any
                    ? await ShowAsync(token, link, initiative, asked, note, errors, cancellation)
                    : Page.SeeOther($"{LinkPaths.AddressOf(LinkPurpose.Review, token)}/{Segment}");
            },
            cancellation);

    // Who is involved is sent back to the page that says so.
    private Task<IResult> OpenAsync(string token, Func<Link, Initiative, Task<IResult>> show, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.Review,
        (link, initiative) => initiative.MaySeeCase(link.Person)
            ? show(link, initiative)
            : Task.FromResult(Page.SeeOther(LinkPaths.AddressOf(LinkPurpose.Review, token))),
        cancellation);

    private async Task<FormErrors> NoteAsync(Link link, string text, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        errors.Require(NoteField, text, "Vul de notitie in.", Note.LongestText);
        if (!errors.Any)
        {
            await table.AddAsync(link.InitiativeId, new Note(link.Person, clock.GetUtcNow(), text), cancellation);
        }

        return errors;
    }

    private async Task<FormErrors> AskAsync(Link link, Initiative initiative, AskAdviceForm form, CancellationToken cancellation)
    {
        var errors = form.Check(consultations.ColleaguesFor(initiative, link.Person));
        if (!errors.Any && !await consultations.AskAsync(initiative, link.Person, Actor.Reviewer(form.Colleague), form.Question, cancellation))
        {
            errors.Add("", $"Over deze aanvraag is al {Advice.Most} keer advies gevraagd. Bel of mail uw collega.");
        }

        return errors;
    }

    private async Task<IResult> ShowAsync(
        string token, Link link, Initiative initiative, AskAdviceForm form, string note, FormErrors errors, CancellationToken cancellation)
    {
        var talk = await table.GetAsync(initiative.Id, cancellation);
        var view = new TalkView(
            initiative,
            talk.SeenBy(link.Person, initiative),
            consultations.ColleaguesFor(initiative, link.Person),
            IsOpen: initiative.AcceptsVoteOf(link.Person, link.Round),
            Back: LinkPaths.AddressOf(LinkPurpose.Review, token));
        return Page.Show<TalkPage>(
            new { View = view, Form = form, Note = note, Errors = errors },
            errors);
    }

    private static FormErrors Wrong(string field, string message) => new() { { field, message } };
}

/// <summary>What the page of notes and advice shows.</summary>
/// <param name="Initiative">The case.</param>
/// <param name="Talk">What this person may read.</param>
/// <param name="Colleagues">Who can be asked for advice.</param>
/// <param name="IsOpen">False when this person has nothing to decide (any more).</param>
/// <param name="Back">Address of the review page.</param>
public sealed record TalkView(Initiative Initiative, CaseTalk Talk, IReadOnlyList<Reviewer> Colleagues, bool IsOpen, string Back);
