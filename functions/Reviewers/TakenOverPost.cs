using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Reviewers;

/// <summary>Tells whoever takes over several cases of an absent colleague of all of them in one mail.</summary>
public sealed class TakenOverPost(CaseLists lists, LinkMaker links, OfficePost post, People people, Policy policy, TimeProvider clock)
{
    // A night's run that failed is made good by the next.
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(2);

    /// <summary>Sends each new holder one mail about what they were given on a day. May be repeated: a mail that was sent is not sent again.</summary>
    public async Task TellAsync(Absence absence, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - LookedBack;
        var list = await lists.ReadAsync(absence.Person, cancellation);
        var given = list.Open.Concat(list.Ended.Select(ended => ended.Initiative))
            .Select(initiative => (Initiative: initiative, Change: initiative.Panel.HandOvers.LastOrDefault(change => change.From == absence.Person)))
            .Where(one => one.Change is { IsOneOfMany: true, Why: HandOverReason.Absence } change && change.At > since)
            .GroupBy(one => (one.Change!.To, Day: LocalTime.DayOf(one.Change.At)), one => one.Initiative);
        foreach (var cases in given)
        {
            var (to, key) = (cases.Key.To, KeyOf(absence, cases.Key.To, cases.Key.Day));
            var waiting = cases.Where(initiative => ListedCase.Awaits(initiative, to)).OrderBy(initiative => initiative.ReceivedAt).ToList();
            if (waiting.Count > 0)
            {
                await post.TellAsync(key, to, people.Find(to), () => ComposeAsync(absence, to, waiting, cancellation), cancellation);
            }
        }
    }

    private async Task<MailMessage> ComposeAsync(Absence absence, Actor to, List<Initiative> cases, CancellationToken cancellation)
    {
        var blocks = new List<MailBlock>();
        foreach (var initiative in cases)
        {
            var decideBy = initiative.Clock!.DecideBy(policy.WorkingDays).InWordsWithWeekday();
            blocks.Add(new MailBlock.Paragraph($"{MatterOf(initiative)}, initiatief {initiative.Id}. Wettelijk uiterlijk beslissen op {decideBy}."));
            blocks.Add(new MailBlock.Button(
                $"Bekijk {initiative.Title}", await links.NewAsync(LinkPurpose.Review, initiative.Id, to, initiative.Round, cancellation)));
        }

        return new MailMessage(
            cases.Count == 1 ? $"Beslis: {MatterOf(cases[0])}, initiatief {cases[0].Id}" : $"Beslis: {cases.Count} zaken die u overneemt",
            [
                new MailBlock.Paragraph(
                    $"{policy.NameOf(absence.Person)} is afwezig van {absence.From.InWords()} tot en met {absence.Until.InWords()}. U neemt {Number(cases.Count)} over."),
                .. blocks,
                new MailBlock.Paragraph("Elke knop opent de pagina van die zaak. Er gebeurt niets voordat u daar op een knop drukt."),
                new MailBlock.Paragraph("Stuur deze mail niet door. Is een zaak niet voor u? Geef haar door: dat kan op de pagina."),
            ]);
    }

    private string MatterOf(Initiative initiative) =>
        $"{initiative.Title}, {initiative.Asked.ToShortString()} ({policy.NeighbourhoodName(initiative.NeighbourhoodId)})";

    private static string Number(int cases) => cases == 1 ? "1 zaak" : $"{cases} zaken";

    private static MailKey KeyOf(Absence absence, Actor to, DateOnly day) =>
        new($"absence-{absence.ReviewerId}-{absence.From.ToIso()}", $"taken-over-{day.ToIso()}-{to}", MailKind.ToProfessional);
}
