using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>Takes in application forms: a draft is stored and the applicant is asked to confirm the e-mail address.</summary>
public sealed class ApplicationIntake(FormTable forms, InitiativeTable initiatives, CasePost post, Policy policy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>Stores the draft and mails the link to confirm. Sending the same form again, also changed, stays one initiative.</summary>
    public Task<TakenIn> TakeInAsync(ApplicationInput input, CancellationToken cancellation) =>
        Contention.WinAsync<TakenIn>(input.FormId, async () =>
        {
            var year = LocalTime.DayOf(clock.GetUtcNow()).Year;
            var id = await forms.ClaimReferenceAsync(input.FormId, year, cancellation);
            var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, clock.GetUtcNow(), Actor.Applicant);
            switch (await initiatives.SaveUnconfirmedAsync(UnconfirmedOf(id, year, input), drafted, cancellation))
            {
                case UnconfirmedSaved.Now:
                    return await AskToConfirmAsync(id, input, cancellation);
                case UnconfirmedSaved.AlreadySent:
                    return new TakenIn.Before();
                case UnconfirmedSaved.ReferenceTaken:
                    await forms.ReleaseReferenceAsync(input.FormId, cancellation);
                    return null;
                default:
                    throw new UnreachableException();
            }
        });

    private async Task<TakenIn> AskToConfirmAsync(string id, ApplicationInput input, CancellationToken cancellation)
    {
        // Who corrects a mistyped address gets a mail at the new one, also when that is an earlier one again; who presses twice gets one mail.
        var since = (await initiatives.GetAsync(id, cancellation)).AddressSince;
        var address = string.Create(CultureInfo.InvariantCulture, $"{input.Applicant.Email}{since?.UtcTicks}");
        var step = $"confirm-{Digest.Of(address, 16)}";
        var mail = new CaseMail(id, step, MailKind.ConfirmApplication, Actor.Applicant, LinkPurpose.ConfirmEmail) { DespiteRefusal = true };
        return await post.SendAsync(mail, ComposeMail, cancellation) is { TakenAt: not null } ? new TakenIn.AskedToConfirm() : new TakenIn.NoSuchAddress();
    }

    private UnconfirmedApplication UnconfirmedOf(string id, int year, ApplicationInput input) => new(
        input.FormId,
        new Initiative
        {
            Id = id,
            State = InitiativeState.Draft,
            Title = input.Application.Title,
            ThemeId = input.Application.ThemeId,
            NeighbourhoodId = input.Application.NeighbourhoodId,
            Asked = input.Application.Asked,
            PotYear = year,
            PolicyVersion = policy.Version,
        },
        input.Application,
        input.Applicant);

    private MailMessage ComposeMail(Uri link) => new(
        texts["Bevestig uw aanvraag"],
        new MailBlock.Paragraph(
            texts["U heeft een aanvraag ingevuld in het Initiatiefloket. Uw aanvraag is nog niet verstuurd. Bevestig eerst uw e-mailadres."]),
        new MailBlock.Button(texts["Bevestig en verstuur uw aanvraag"], link),
        new MailBlock.Paragraph(
            texts["U heeft hier {0} voor. Heeft u geen aanvraag ingevuld? Dan hoeft u niets te doen.", policy.Terms.ConfirmEmail]));
}

/// <summary>What became of a form that was sent.</summary>
public abstract record TakenIn
{
    private TakenIn()
    {
    }

    /// <summary>It is stored, and the mail with which it is confirmed went out, now or before.</summary>
    public sealed record AskedToConfirm : TakenIn;

    /// <summary>It is stored, but mail to its address is refused.</summary>
    public sealed record NoSuchAddress : TakenIn;

    /// <summary>This form was confirmed before; nothing changed.</summary>
    public sealed record Before : TakenIn;
}

/// <summary>A valid application form.</summary>
/// <param name="FormId">Id of the form as it was shown.</param>
/// <param name="Application">What is asked for.</param>
/// <param name="Applicant">By whom.</param>
public sealed record ApplicationInput(string FormId, Application Application, Applicant Applicant);
