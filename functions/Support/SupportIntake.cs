using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;

namespace Initiatiefloket.Support;

/// <summary>Takes in support: keeps name and street until they are confirmed, and mails the one link to do so.</summary>
public sealed class SupportIntake(SupportTable support, SupportKeys keys, SupportPost post, InitiativeTable initiatives, RateLimits limits)
{
    public async Task<SupportAsked> AskAsync(Initiative initiative, SupportForm form, CancellationToken cancellation)
    {
        var key = await keys.KeyOfAsync(initiative.Id, form.Email, cancellation);
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
