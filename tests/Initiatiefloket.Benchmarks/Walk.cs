using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>The people of a case in band "vrij": a resident who applies and the professional who grants it.</summary>
internal sealed class Walk(Site site)
{
    public const string Professional = "e.kamphuis@oldenzaal.example";
    private const string Amount = "150";

    private static int _residents;

    /// <summary>A proposal of somebody who has not applied before.</summary>
    public static Proposal NewProposal() => new()
    {
        Asked = Amount,
        Email = $"bewoner{Interlocked.Increment(ref _residents)}@bewoner.example",
        StartsOn = new DateOnly(DateTime.UtcNow.Year + 1, 4, 1),
    };

    /// <summary>From the first page of the form to the mail to confirm.</summary>
    public async Task<MailCame> FillInAsync(Proposal proposal)
    {
        using var resident = new Visitor(site.Host.Address);
        var sent = await Town.SendAsync(resident, await Town.ReachCheckAsync(resident, proposal), proposal);
        return sent.Errors is [var error, ..]
            ? throw new InvalidOperationException($"The form was refused: {error}")
            : await site.Mail.TakeAsync(proposal.Email, "Bevestig uw aanvraag", site.Stop);
    }

    /// <summary>Opens the link in the mail to confirm and presses the button.</summary>
    public async Task<Confirmed> ConfirmAsync(MailCame mail)
    {
        using var resident = new Visitor(site.Host.Address);
        var page = await resident.OpenAsync(mail.Link);
        var (before, pressed) = (site.Meter.Tally, Stopwatch.GetTimestamp());
        var confirmed = await resident.PressAsync(page, "Bevestig en verstuur");
        var id = confirmed.Document.QuerySelector("strong")!.TextContent;
        var invitation = await site.Mail.TakeAsync(Professional, $"initiatief {id}", site.Stop);
        return new(id, invitation, before, Stopwatch.GetElapsedTime(pressed, invitation.At));
    }

    /// <summary>Opens the professional's link and grants it.</summary>
    public async Task<Decided> ApproveAsync(Proposal proposal, Confirmed confirmed)
    {
        using var professional = new Visitor(site.Host.Address);
        var page = await professional.OpenAsync(confirmed.Invitation.Link);
        var pressed = Stopwatch.GetTimestamp();
        await professional.DecideAsync(page, "Ken toe", Decisions.Approval(page, Amount));
        var letter = await site.Mail.TakeAsync(proposal.Email, $"Besluit over uw initiatief {confirmed.Id}", site.Stop);
        return new(letter, Stopwatch.GetElapsedTime(pressed, letter.At));
    }
}

/// <summary>A case that was confirmed.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="Invitation">The mail to the professional.</param>
/// <param name="Before">What was asked of storage until the button was pressed.</param>
/// <param name="Effect">From pressing the button until that mail.</param>
internal sealed record Confirmed(string Id, MailCame Invitation, Tally Before, TimeSpan Effect);

/// <summary>A case that was decided.</summary>
/// <param name="Letter">The mail to the applicant.</param>
/// <param name="Effect">From pressing the button until that mail.</param>
internal sealed record Decided(MailCame Letter, TimeSpan Effect);
