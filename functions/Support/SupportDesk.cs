using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Support;

/// <summary>Takes in support: keeps name and street until they are confirmed, and mails the one link to do so.</summary>
public sealed class SupportDesk(SupportTable support, SupportKeys keys, SupportPost post, RateLimits limits)
{
    public async Task<SupportAsked> AskAsync(Initiative initiative, SupportForm form, HttpContext http, CancellationToken cancellation)
    {
        var key = await keys.KeyOfAsync(initiative.Id, form.Email, cancellation);
        if (limits.WaitForMail(http, key) is { } wait)
        {
            return new SupportAsked.TooOften(wait);
        }

        await support.AskAsync(initiative.Id, key, form, post.ConfirmBefore, cancellation);
        return await post.AskToConfirmAsync(initiative, key, form.Email, cancellation) is { Outcome: Posted.Refused }
            ? new SupportAsked.NoSuchAddress()
            : new SupportAsked.Mailed();
    }
}
