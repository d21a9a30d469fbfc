using System.Diagnostics;
using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Submission;

/// <summary>Takes in application forms: a draft is stored and the applicant is asked to confirm the e-mail address.</summary>
public sealed class ApplicationIntake(FormTable forms, InitiativeTable initiatives, ConfirmationMail confirmation, Policy policy, TimeProvider clock)
{
    private const int EditionLength = 16;

    /// <summary>Stores the draft and mails the link to confirm. Sending the same form again, also changed, stays one initiative.</summary>
    /// <param name="input">The form.</param>
    /// <param name="waitForMail">How long to wait before a mail of this name may go to the address in the form; null for not at all.</param>
    public Task<TakenIn> TakeInAsync(ApplicationInput input, Func<string, Task<TimeSpan?>> waitForMail, CancellationToken cancellation) =>
        Contention.WinAsync<TakenIn>(input.FormId, async () =>
        {
            var year = LocalTime.DayOf(clock.GetUtcNow()).Year;
            var id = await forms.ClaimReferenceAsync(input.FormId, year, cancellation);
            var drafted = new InitiativeEvent("drafted", InitiativeEventKind.Drafted, clock.GetUtcNow(), Actor.Applicant);
            switch (await initiatives.SaveUnconfirmedAsync(UnconfirmedOf(id, year, input, policy), drafted, cancellation))
            {
                case UnconfirmedSaved.Now:
                    var asked = await confirmation.FindAsync(id, cancellation);
                    if (await waitForMail($"{id} {asked.FirstStep}") is { } wait)
                    {
                        return new TakenIn.TooOften(wait);
                    }

                    return await confirmation.SendAsync(asked, cancellation) is { TakenAt: not null }
                        ? new TakenIn.AskedToConfirm()
                        : new TakenIn.NoSuchAddress();
                case UnconfirmedSaved.AlreadySent:
                    return new TakenIn.Before();
                case UnconfirmedSaved.ReferenceTaken:
                    await forms.ReleaseReferenceAsync(input.FormId, cancellation);
                    return null;
                default:
                    throw new UnreachableException();
            }
        });

    internal static UnconfirmedApplication UnconfirmedOf(string id, int year, ApplicationInput input, Policy policy) => new(
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
            Edition = Digest.Of(JsonSerializer.Serialize(input, StoredJson.Options), EditionLength),
        },
        input.Application,
        input.Applicant);
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

    /// <summary>It is stored, and mailed to its address so often lately that this mail has to wait.</summary>
    /// <param name="Wait">How long.</param>
    public sealed record TooOften(TimeSpan Wait) : TakenIn;

    /// <summary>This form was confirmed before; nothing changed.</summary>
    public sealed record Before : TakenIn;
}

/// <summary>A valid application form.</summary>
/// <param name="FormId">Id of the form as it was shown.</param>
/// <param name="Application">What is asked for.</param>
/// <param name="Applicant">By whom.</param>
public sealed record ApplicationInput(string FormId, Application Application, Applicant Applicant);
