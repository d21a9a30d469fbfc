using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review.Advising;

/// <summary>Asks colleagues for advice and brings their answers back.</summary>
public sealed class Consultations(CaseTalkTable table, HandOvers handOvers, CasePost post, People people, Policy policy, TimeProvider clock)
{
    /// <summary>Colleagues who can be asked about a case: not who decides on it themselves, and nobody who is involved in it.</summary>
    /// <param name="initiative">The case.</param>
    /// <param name="person">Who wants to ask.</param>
    public IReadOnlyList<Reviewer> ColleaguesFor(Initiative initiative, Actor person) =>
    [
        .. policy.Reviewers.Where(reviewer => Actor.Reviewer(reviewer.Id) is var colleague
            && colleague != person
            && initiative.Panel.HasNoPart(colleague)),
    ];

    /// <summary>Asks a colleague. The same question to the same person is asked once, however often a button is pressed.</summary>
    /// <returns>False when advice was asked as often as can be.</returns>
    public async Task<bool> AskAsync(Initiative initiative, Actor person, Actor colleague, string question, CancellationToken cancellation)
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
    public Task GiveAsync(Initiative initiative, Advice asked, string answer, CancellationToken cancellation) =>
        SettleAsync(initiative, asked with { Answer = answer }, cancellation);

    /// <summary>
    /// Notes that a colleague is involved in the initiative, and so gives no advice and gets no place on the panel, and tells who asked. Changes
    /// nothing once they have a place, or the case is closed.
    /// </summary>
    public async Task DeclineAsync(Initiative initiative, Advice asked, CancellationToken cancellation)
    {
        var saved = await handOvers.NoteInvolvedAsync(initiative.Id, asked.Of, InvolvedAs.Said, cancellation);
        if (!saved.Initiative.MaySeeCase(asked.Of))
        {
            await SettleAsync(saved.Initiative, asked with { IsInvolved = true }, cancellation);
        }
    }

    private async Task SettleAsync(Initiative initiative, Advice settled, CancellationToken cancellation)
    {
        var stored = await table.SettleAsync(initiative.Id, settled with { AnsweredAt = clock.GetUtcNow() }, cancellation);
        var (asker, adviser) = (people.Find(stored.AskedBy).Name, people.Find(stored.Of).Name);
        foreach (var person in stored.ReadersIn(initiative))
        {
            var step = $"advice-{stored.Number}-{(stored.IsInvolved ? "declined" : "given")}";
            var isAsker = person == stored.AskedBy;
            var mail = new CaseMail(initiative.Id, isAsker ? step : $"{step}-{person}", MailKind.ToProfessional, person, LinkPurpose.Review, initiative.Round);
            await post.TellAsync(
                mail,
                link => stored.IsInvolved
                    ? AdviceMails.Declined(initiative, adviser, link)
                    : AdviceMails.Given(initiative, stored, adviser, isAsker ? null : asker, link),
                cancellation);
        }
    }

    private async Task MailColleagueAsync(Initiative initiative, Advice advice, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, $"advice-{advice.Number}-asked", MailKind.ToProfessional, advice.Of, LinkPurpose.Advice, advice.Number);
        var name = people.Find(advice.AskedBy).Name;
        await post.TellAsync(mail, link => AdviceMails.Asked(initiative, advice, name, policy, link), cancellation);
    }
}
