using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Support;

/// <summary>Takes in support: keeps name and street until they are confirmed, and mails the one link to do so.</summary>
public sealed class SupportIntake(SupportTable support, SupportKeys keys, SupportPost post, InitiativeTable initiatives, RateLimits limits)
{
    public async Task<SupportAsked> AskAsync(Initiative initiative, SupportForm form, CancellationToken cancellation)
    {
        var key = await KeyOfAsync(initiative.Id, form.Email, cancellation);
        var applicant = await initiatives.GetApplicantAsync(initiative.Id, cancellation);
        if (await limits.WaitForSupportMailAsync(Mailbox.Of(applicant.Email), Mailbox.Of(form.Email), cancellation) is { } wait)
        {
            return new SupportAsked.TooOften(wait);
        }

        await support.AskAsync(initiative.Id, key, form, post.ConfirmBefore, cancellation);
        return await post.AskToConfirmAsync(initiative, key, form.Email, cancellation) is { TakenAt: not null }
            ? new SupportAsked.Mailed()
            : new SupportAsked.NoSuchAddress();
    }

    // Whoever stands under a key of a former secret goes on under that one, so that an address counts once.
    private async Task<string> KeyOfAsync(string initiativeId, string email, CancellationToken cancellation)
    {
        var all = await keys.KeysOfAsync(initiativeId, email, cancellation);
        foreach (var former in all.Skip(1))
        {
            if (await support.FindAsync(initiativeId, former, cancellation) is not null)
            {
                return former;
            }
        }

        return all[0];
    }
}

/// <summary>What became of a neighbour's wish to support an initiative.</summary>
public abstract record SupportAsked
{
    private SupportAsked()
    {
    }

    /// <summary>A mail to confirm is on its way, or went out a moment ago.</summary>
    public sealed record Mailed : SupportAsked;

    /// <summary>The mail service refuses the address.</summary>
    public sealed record NoSuchAddress : SupportAsked;

    /// <summary>This address, or about this applicant, was mailed too often.</summary>
    public sealed record TooOften(TimeSpan Wait) : SupportAsked;
}
