using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>The mail with which the applicant confirms the e-mail address, which sends the application.</summary>
public sealed class ConfirmationMail(InitiativeTable initiatives, CasePost post, Resends resends, Policy policy, IStringLocalizer<Texts> texts)
{
    /// <summary>Mails the link, once for each address.</summary>
    public Task<Posted> SendAsync(ConfirmationAsked asked, CancellationToken cancellation) =>
        SendAsync(asked.Initiative.Id, asked.FirstStep, cancellation);

    /// <summary>Mails a link once more to the same address, unless that was done too often.</summary>
    public async Task<Posted> SendAgainAsync(string initiativeId, CancellationToken cancellation)
    {
        var asked = await FindAsync(initiativeId, cancellation);
        return asked.Tries.NotBefore is null
            ? await SendAsync(initiativeId, asked.Tries.NextStep(asked.FirstStep), cancellation)
            : new Posted.NotWanted();
    }

    /// <summary>To which address the mail went, and how that stands.</summary>
    public async Task<ConfirmationAsked> FindAsync(string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        var applicant = await initiatives.GetApplicantAsync(initiativeId, cancellation);

        // Whoever corrects a mistyped address gets a mail at the new one, also when that is an earlier one again; whoever presses twice gets one mail.
        var address = string.Create(CultureInfo.InvariantCulture, $"{applicant.Email}{initiative.AddressSince?.UtcTicks}");
        var step = $"confirm-{Digest.Of(address, 16)}";
        var first = new MailKey(initiativeId, step, MailKind.ConfirmApplication);
        return new ConfirmationAsked(initiative, applicant.Email, step, await resends.FindAsync(first, applicant.Email, cancellation));
    }

    private Task<Posted> SendAsync(string initiativeId, string step, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiativeId, step, MailKind.ConfirmApplication, Actor.Applicant, LinkPurpose.ConfirmEmail) { DespiteRefusal = true };
        return post.SendAsync(mail, ComposeMail, cancellation);
    }

    private MailMessage ComposeMail(Uri link) => new(
        texts["Bevestig uw aanvraag"],
        new MailBlock.Paragraph(
            texts["U heeft een aanvraag ingevuld in het Initiatiefloket. Uw aanvraag is nog niet verstuurd. Bevestig eerst uw e-mailadres."]),
        new MailBlock.Button(texts["Bevestig en verstuur uw aanvraag"], link),
        new MailBlock.Paragraph(
            texts["U heeft hier {0} voor. Heeft u geen aanvraag ingevuld? Dan hoeft u niets te doen.", policy.Terms.ConfirmEmail]));
}

/// <summary>That an applicant was asked to confirm an address.</summary>
/// <param name="Initiative">The initiative as it stands.</param>
/// <param name="Email">The address.</param>
/// <param name="FirstStep">Names the first mail to it.</param>
/// <param name="Tries">The mails to it.</param>
public sealed record ConfirmationAsked(Initiative Initiative, string Email, string FirstStep, MailTries Tries);
