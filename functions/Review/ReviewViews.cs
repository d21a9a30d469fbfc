using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>Gathers what the review page shows.</summary>
public sealed class ReviewViews(
    InitiativeTable initiatives,
    DocumentDesk documents,
    ReviewContexts contexts,
    CaseTalkTable talk,
    People people,
    Policy policy,
    TimeProvider clock)
{
    public async Task<ReviewView> BuildAsync(
        string token, Link link, Initiative initiative, DecisionView decision, CancellationToken cancellation)
    {
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var settled = initiative.VerdictOf(link.Round);
        var legal = initiative.Clock!;
        var isOpen = initiative.AcceptsVoteOf(link.Person, link.Round);
        return new ReviewView
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
            Documents = await documents.ListCaseAsync(initiative.Id, cancellation),
            Token = token,
            ApplicantName = applicant.Name,
            Person = link.Person,
            PersonName = NameOf(link.Person),
            DecideBy = legal.DecideBy(policy.WorkingDays),
            DaysLeft = legal.DaysLeft(TownTime.DayOf(clock.GetUtcNow()), policy.WorkingDays),
            Context = isOpen ? await contexts.FindAsync(initiative, applicant, decision.Form.Amount, cancellation) : null,
            Talk = (await talk.GetAsync(initiative.Id, cancellation)).SeenBy(link.Person, initiative),
            Panel = PanelView.Of(initiative, link.Person, link.Round, NameOf),
            Given = settled ?? initiative.Panel.VoteOf(link.Person, link.Round),
            GivenBy = settled is null ? [] : GiversOf(settled, initiative.Panel),
            IsSettled = settled is not null,
            IsOpen = isOpen,
            IsOpenInLaterRound = initiative.IsOpenInLaterRound(link.Person, link.Round),
            MaySeeCase = initiative.MaySeeCase(link.Person),
            Decision = decision,
        };
    }

    private string NameOf(Actor person) => people.Find(person).Name;

    // A verdict on which all agree is everybody's; a question and the coordinator's decision are one person's.
    private IReadOnlyList<string> GiversOf(Verdict settled, Panel panel)
    {
        var voters = panel.VotesOf(settled.Round).Select(vote => vote.By).ToList();
        var givers = settled.Kind == VerdictKind.Ask || settled.By == Actor.Coordinator || voters.Count == 0 ? [settled.By] : voters;
        return [.. givers.Select(NameOf)];
    }
}
