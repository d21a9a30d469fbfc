using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Funding;

/// <summary>The mail in which a part of the amount is offered. Once for each case: who says no is offered the whole amount or nothing.</summary>
public sealed class PartMails(CasePost post, IStringLocalizer<Texts> texts)
{
    /// <summary>Offers the part. May be repeated.</summary>
    public Task OfferAsync(Initiative initiative, LinePlace place, CancellationToken cancellation)
    {
        var mail = new CaseMail(initiative.Id, "part-offered", MailKind.PartOffered, Actor.Applicant, LinkPurpose.Status);
        return post.TellAsync(mail, link => Compose(initiative, PartOffer.Of(initiative, place)!, link), cancellation);
    }

    private MailMessage Compose(Initiative initiative, PartOffer offer, Uri link) => new(
        texts["Wilt u een deel van het geld voor initiatief {0}?", initiative.InSubject],
        new MailBlock.Paragraph(texts["Voor \"{0}\" is er nu {1}. Dat is minder dan de {2} die de professional wil geven.", initiative.Title, offer.Amount, offer.Approved]),
        new MailBlock.Paragraph(texts["Wilt u dit bedrag? Zeg dat dan uiterlijk {0} op uw eigen pagina. Tot dan houden wij het geld voor u vast.", offer.AnswerBy.DeadlineInWords()]),
        new MailBlock.Paragraph(texts["Zegt u nee, of horen wij niets? Dan gaat het geld naar de volgende in de rij. Uw eigen plaats houdt u, voor het hele bedrag."]),
        new MailBlock.Button(texts["Kies ja of nee"], link));
}

/// <summary>A part of the amount that waits for the applicant's answer.</summary>
/// <param name="Amount">The part.</param>
/// <param name="Approved">What was approved.</param>
/// <param name="AnswerBy">The first moment at which a yes is too late.</param>
public sealed record PartOffer(Euro Amount, Euro Approved, DateTimeOffset AnswerBy)
{
    /// <summary>The offer of a case; null when there is none. It ends with the wait for money, if that comes first.</summary>
    public static PartOffer? Of(Initiative initiative, LinePlace? place) =>
        initiative.State == InitiativeState.WaitingList && place is { State: PlaceState.Offered, AnswerBy: { } by }
            ? new PartOffer(place.Offered, place.Amount, initiative.WaitsUntil < by ? initiative.WaitsUntil.Value : by)
            : null;
}
