using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review.Advising;

/// <summary>Asks colleagues for advice and brings their answers back.</summary>
public sealed class AdviceDesk(CaseTalkTable table, CasePost post, AddressBook addresses, Policy policy, TimeProvider clock)
{
    /// <summary>Colleagues who can be asked about a case: not who decides on it themselves, and nobody who is involved in it.</summary>
    public IReadOnlyList<Reviewer> ColleaguesFor(Initiative initiative, string person) =>
    [
        .. policy.Reviewers.Where(reviewer => Actor.Reviewer(reviewer.Id) is var colleague
            && colleague != person
            && !initiative.Panel.Seats.Contains(colleague)
            && !initiative.Panel.Involved.Contains(colleague)),
    ];

    /// <summary>Asks a colleague. The same question to the same person is asked once, however often a button is pressed.</summary>
    /// <returns>False when advice was asked as often as can be.</returns>
    public async Task<bool> AskAsync(Initiative initiative, string person, string colleague, string question, CancellationToken cancellation)
    {
        for (var isAdded = false; !isAdded;)
        {
            var asked = (await table.GetAsync(initiative.Id, cancellation)).Advices;
            if (asked.FirstOrDefault(one => one.AskedBy == person && one.Of == colleague && one.Question == question) is { } before)
            {
                await MailColleagueAsync(initiative, before, cancellation);
                return true;
            }

            if (asked.Count >= Advice.Most)
            {
                return false;
            }

            var advice = new Advice(asked.Count + 1, person, colleague, question, clock.GetUtcNow());
            isAdded = await table.TryAddAsync(initiative.Id, advice, cancellation);
            if (isAdded)
            {
                await MailColleagueAsync(initiative, advice, cancellation);
            }
        }

        return true;
    }

    /// <summary>Keeps what a colleague says and tells who asked.</summary>
    public async Task GiveAsync(Initiative initiative, Advice asked, string answer, CancellationToken cancellation)
    {
        var given = await table.AnswerAsync(initiative.Id, asked.Number, answer, clock.GetUtcNow(), cancellation);
        var mail = new CaseMail(initiative.Id, $"advice-{asked.Number}-given", asked.AskedBy, LinkPurpose.Review, initiative.Round);
        var name = addresses.Find(asked.Of).Name;
        await post.SendAsync(mail, link => AdviceMails.Given(initiative, given, name, link), cancellation);
    }

    private Task MailColleagueAsync(Initiative initiative, Advice advice, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, $"advice-{advice.Number}-asked", advice.Of, LinkPurpose.Advice, advice.Number);
        var name = addresses.Find(advice.AskedBy).Name;
        return post.SendAsync(mail, link => AdviceMails.Asked(initiative, advice, name, policy, link), cancellation);
    }
}
