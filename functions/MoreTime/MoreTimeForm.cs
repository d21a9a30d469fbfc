using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.MoreTime;

/// <summary>A request for more time, or an answer to one, as it was filled in.</summary>
/// <param name="Until">Until which day.</param>
/// <param name="Why">Why.</param>
/// <param name="Answer"><see cref="Yes"/> or <see cref="No"/>; nothing is chosen beforehand, since programs that scan mail press buttons too.</param>
/// <param name="Number">Number of the request that the page was about.</param>
public sealed record MoreTimeForm(DateParts Until, string Why, string Answer, int Number)
{
    /// <summary>Last part of the address, on each of the pages that have such a form.</summary>
    public const string Segment = "meer-tijd";

    /// <summary>Last part of the address where a request is taken back.</summary>
    public const string TakeBackSegment = Segment + "/intrekken";

    /// <summary>Last part of the address where a request is answered.</summary>
    public const string AnswerSegment = Segment + "/antwoord";

    public const string UntilField = "tijd-tot";
    public const string WhyField = "tijd-reden";
    public const string AnswerField = "tijd-antwoord";
    public const string NumberField = "tijd-nummer";
    public const string SureField = "tijd-zeker";
    public const string Yes = "ja";
    public const string No = "nee";

    public static MoreTimeForm Empty { get; } = new(DateParts.Empty, "", "", 0);

    /// <summary>Whether the tick is set that takes a request back.</summary>
    public bool IsSure { get; init; }

    public static MoreTimeForm From(IFormCollection form) => new(
        DateParts.From(form, UntilField),
        form.Text(WhyField),
        form.Text(AnswerField),
        int.TryParse(form.Text(NumberField), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
    {
        IsSure = form.ContainsKey(SureField),
    };

    /// <summary>What is asked, or null with the errors added.</summary>
    public TimeAsked? ReadAsked(DateOnly today, IStringLocalizer<Texts> texts, FormErrors errors)
    {
        if (!TypedDate.TryRead(Until, out var until, out var whatToDo))
        {
            errors.Add(UntilField, Until.IsEmpty ? texts["Vul in tot en met welke dag, bijvoorbeeld 14 9 2026."] : whatToDo.ToString());
        }
        else if (until <= today)
        {
            errors.Add(UntilField, texts["Vul een dag in die na vandaag komt."]);
        }

        errors.Require(WhyField, Why, texts["Vul in waarom er meer tijd nodig is."], TimeRequest.LongestWhy);
        return errors.Any ? null : new TimeAsked(until, Why);
    }

    /// <summary>The answer, or null with the error added.</summary>
    public TimeAnswered? ReadAnswer(IStringLocalizer<Texts> texts, FormErrors errors)
    {
        if (Answer is Yes or No)
        {
            return new TimeAnswered(Number, Answer == Yes);
        }

        errors.Add(AnswerField, texts["Kies ja of nee."]);
        return null;
    }

    /// <summary>Whether the request is to be taken back; false with the error added.</summary>
    public bool ReadTakeBack(IStringLocalizer<Texts> texts, FormErrors errors)
    {
        if (!IsSure)
        {
            errors.Add(SureField, texts["Zet een vinkje als u de vraag wilt intrekken."]);
        }

        return IsSure;
    }

    /// <summary>Whether what was posted was done already: the button was pressed twice.</summary>
    public bool IsDoneIn(Initiative initiative, Actor by) =>
        initiative.TimeRequest is { Answer: null } request && request.By == by && DateParts.From(request.Until) == Until && request.Why == Why;
}
