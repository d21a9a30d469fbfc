using Initiatiefloket.Budget;
using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>Gathers what the review page shows.</summary>
public sealed class ReviewViews(
    InitiativeTable initiatives, CaseTalkTable talk, DocumentDesk documents, PotLedger pot, AddressBook addresses, Policy policy, TimeProvider clock)
{
    public async Task<ReviewView> BuildAsync(string token, Link link, Initiative initiative, CancellationToken cancellation)
    {
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        var balance = await pot.GetBalanceAsync(initiative.PotYear, cancellation);
        var given = initiative.Panel.VoteOf(link.Person, link.Round) ?? initiative.VerdictOf(link.Round);
        var legal = initiative.Clock!;
        return new ReviewView
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(initiative.Id, cancellation),
            Talk = (await talk.GetAsync(initiative.Id, cancellation)).SeenBy(link.Person, initiative),
            Documents = await documents.ListCaseAsync(initiative.Id, cancellation),
            Token = token,
            ApplicantName = applicant.Name,
            PersonName = addresses.Find(link.Person).Name,
            DecideBy = legal.DecideBy(policy.WorkingDays),
            DaysLeft = legal.DaysLeft(TownTime.DayOf(clock.GetUtcNow()), policy.WorkingDays),
            Available = balance.Available,
            Band = Band.For(initiative.Bands, initiative.Asked),
            Rubric = policy.Rubric,
            RefusalReasons = policy.RefusalReasons,
            Given = given,
            GivenBy = given is null ? null : addresses.Find(given.By).Name,
            IsOpen = initiative.AcceptsVoteOf(link.Person, link.Round),
            MayAsk = initiative.TimesAsked < policy.Limits.QuestionRounds,
        };
    }
}
