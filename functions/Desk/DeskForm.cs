using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator filled in on the page of a case. Each of its forms posts its own fields.</summary>
/// <param name="Reason">Why the term is extended.</param>
/// <param name="From">Whose place is handed over.</param>
/// <param name="To">To whom.</param>
/// <param name="NoticeOn">When the notice of default was received.</param>
public sealed record DeskForm(string Reason, string From, string To, DateParts NoticeOn)
{
    public const string ReasonField = "reden";
    public const string FromField = "van";
    public const string ToField = "naar";
    public const string NoticeField = "ontvangen";
    public const string PostedField = "gepost";
    public const string AddressField = "adres";
    public const string NameField = "naam";
    public const string EmailField = "email";
    public const string PhoneField = "telefoon";
    public const string WhyCorrectField = "waarom";
    public const string TakeUpField = "oppakken";
    public const string TalkField = "gesprek";
    internal const int LongestReason = 2000;
    private const int LongestName = 100;

    /// <summary>When the letter with the decision was sent by post.</summary>
    public DateParts PostedOn { get; init; } = DateParts.Empty;

    /// <summary>Whether the applicant's address is said to be right.</summary>
    public bool IsAddressRight { get; init; }

    /// <summary>Whether a case that nobody decided is taken up again.</summary>
    public bool TakesUp { get; init; }

    /// <summary>The applicant's name as it is to be.</summary>
    public string Name { get; init; } = "";

    /// <summary>The e-mail address as it is to be.</summary>
    public string Email { get; init; } = "";

    /// <summary>The telephone number as it is to be, or empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Why the applicant's data are put right.</summary>
    public string WhyCorrect { get; init; } = "";

    /// <summary>Version of the applicant's data that the form was filled from; empty when another form was posted.</summary>
    public string ContactVersion { get; init; } = "";

    /// <summary>A request for more time, or an answer to one.</summary>
    public MoreTimeForm MoreTime { get; init; } = MoreTimeForm.Empty;

    /// <summary>An error of typing in the application, put right.</summary>
    public ApplicationCorrection Correction { get; init; } = ApplicationCorrection.Empty;

    /// <summary>What was said in a talk.</summary>
    public string Talk { get; init; } = "";

    public static DeskForm Empty { get; } = new("", "", "", DateParts.Empty);

    public static DeskForm Read(IFormCollection form) => new(
        form.Text(ReasonField),
        form.Line(FromField),
        form.Line(ToField),
        DateParts.From(form, NoticeField))
    {
        PostedOn = DateParts.From(form, PostedField),
        IsAddressRight = form.ContainsKey(AddressField),
        TakesUp = form.ContainsKey(TakeUpField),
        Name = form.Line(NameField),
        Email = form.Value(EmailField),
        Phone = form.Value(PhoneField),
        WhyCorrect = form.Text(WhyCorrectField),
        ContactVersion = form.Text(PostedText.VersionField),
        MoreTime = MoreTimeForm.From(form),
        Talk = form.Text(TalkField),
        Correction = ApplicationCorrection.Read(form),
    };

    /// <summary>The applicant as they are to be, or null with the errors added.</summary>
    /// <param name="applicant">As they stand now.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public Applicant? ReadCorrection(Applicant applicant, IStringLocalizer<Texts> texts, FormErrors errors)
    {
        errors.Require(NameField, Name, "Vul de naam van de aanvrager in.", LongestName);
        if (Email.Length > 0 || applicant.Email.Length > 0)
        {
            errors.CheckEmail(EmailField, Email, texts, "Vul het e-mailadres van de aanvrager in.");
        }

        errors.CheckPhone(PhoneField, Phone, texts);
        errors.Require(WhyCorrectField, WhyCorrect, "Vul in hoe u dit weet, bijvoorbeeld: gebeld met de aanvrager op het nummer uit de aanvraag.", LongestReason);
        var corrected = applicant with { Name = Name, Email = Email, Phone = Phone.Length == 0 ? null : Phone };
        if (!errors.Any && corrected == applicant)
        {
            errors.Add(NameField, "Er is niets gewijzigd. Pas aan wat niet klopt.");
        }

        return errors.Any ? null : corrected;
    }

    /// <summary>The reason for an extension, or null with the errors added.</summary>
    public string? ReadReason(FormErrors errors)
    {
        errors.Require(ReasonField, Reason, "Vul in waarom u meer tijd nodig heeft. De aanvrager leest dit in de mail.", LongestReason);
        return errors.Any ? null : Reason;
    }

    /// <summary>Whose place goes to whom, or null with the errors added.</summary>
    public (Actor From, Actor To)? ReadHandOver(DeskView view, FormErrors errors)
    {
        if (view.MayGive.All(choice => choice.Value != From))
        {
            errors.Add(FromField, "Kies wie de plaats afgeeft. Dat kan alleen iemand die nog moet beslissen.");
        }

        if (view.MayTake.All(choice => choice.Value != To))
        {
            errors.Add(ToField, "Kies wie de plaats krijgt. Dat kan niet iemand zijn die al meebeslist of die betrokken is.");
        }

        return errors.Any ? null : (Actor.Read(From), Actor.Read(To));
    }

    /// <summary>Whether this hand-over was done already: the button was pressed twice.</summary>
    public bool IsDoneIn(Initiative initiative) =>
        initiative.Panel.HandOvers is [.., var last] && last.Round == initiative.Round && last.From.ToString() == From && last.To.ToString() == To;

    /// <summary>The day on which the letter was sent by post, or null with the errors added.</summary>
    /// <param name="view">The case, with a letter.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public DateOnly? ReadPosted(DeskView view, FormErrors errors)
    {
        var decidedOn = view.Initiative.Letters[^1].DecidedOn;
        if (errors.ReadDay(PostedField, PostedOn, "Vul in op welke dag u de brief op de post deed, bijvoorbeeld 14 9 2026.") is not { } day)
        {
            return null;
        }

        if (day > view.Today)
        {
            errors.Add(PostedField, "Vul een datum in die niet in de toekomst ligt.");
        }
        else if (day < decidedOn)
        {
            errors.Add(PostedField, $"Vul een datum in van {decidedOn.InWords()} of later. Op die dag is het besluit genomen.");
        }

        return errors.Any ? null : day;
    }

    /// <summary>The day of a notice of default that counts, or null with the errors added.</summary>
    /// <param name="view">The case.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public DateOnly? ReadNotice(DeskView view, FormErrors errors)
    {
        var decideBy = view.Deadline.DecideBy;
        if (errors.ReadDay(NoticeField, NoticeOn, "Vul in op welke dag de brief kwam, bijvoorbeeld 14 9 2026.") is not { } day)
        {
            return null;
        }

        if (day > view.Today)
        {
            errors.Add(NoticeField, "Vul een datum in die niet in de toekomst ligt.");
        }
        else if (day > view.LastNoticeDay)
        {
            var ended = view.AnnouncedOn is null ? "Op die dag trok de aanvrager de aanvraag in." : "Op die dag is het besluit verstuurd.";
            errors.Add(
                NoticeField,
                $"Vul een datum in van uiterlijk {view.LastNoticeDay.InWords()}. {ended} Een brief van daarna telt niet. Schrijf dat aan de aanvrager.");
        }
        else if (!Penalty.IsSetOff(day, decideBy))
        {
            errors.Add(
                NoticeField,
                $"Vul een datum in na {decideBy.InWords()}. Een brief van die dag of eerder kwam te vroeg en telt niet. Schrijf dat aan de aanvrager.");
        }

        return errors.Any ? null : day;
    }
}
