using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Council;

/// <summary>The form on which the coordinator records the council's decision, as it was typed.</summary>
public sealed record CouncilDecisionForm(string Choice, string Reasons, DateParts DecidedOn)
{
    public const string ChoiceField = "besluit";
    public const string ReasonsField = "redenen";
    public const string DecidedOnField = "datum";
    public const string Grant = "toekennen";
    public const string Decline = "afwijzen";
    private const int LongestText = 4000;

    public static CouncilDecisionForm Empty { get; } = new("", "", DateParts.Empty);

    public static CouncilDecisionForm From(IFormCollection form) => new(
        form.Text(ChoiceField),
        form.Text(ReasonsField),
        DateParts.From(form, DecidedOnField));

    /// <summary>The decision that was filled in, or null with the errors added.</summary>
    /// <param name="askedOn">Day on which the case went to the council.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public CouncilDecision? Read(DateOnly askedOn, DateTimeOffset now, FormErrors errors)
    {
        CouncilChoice? choice = Choice switch
        {
            Grant => CouncilChoice.Grant,
            Decline => CouncilChoice.Decline,
            _ => null,
        };
        if (choice is null)
        {
            errors.Add(ChoiceField, "Kies wat de raad heeft besloten.");
        }

        errors.Require(ReasonsField, Reasons, "Vul in waarom de raad dit heeft besloten. De aanvrager leest dit in de brief.", LongestText);
        var decidedOn = ReadDay(askedOn, LocalTime.DayOf(now), errors);
        return errors.Any ? null : new CouncilDecision(choice!.Value, Reasons, decidedOn!.Value, now);
    }

    private DateOnly? ReadDay(DateOnly askedOn, DateOnly today, FormErrors errors)
    {
        var day = errors.ReadDay(DecidedOnField, DecidedOn, "Vul de datum van de raadsvergadering in, bijvoorbeeld 14 9 2026.");
        if (day > today)
        {
            errors.Add(DecidedOnField, "Vul een datum in die niet in de toekomst ligt. Leg het besluit vast na de vergadering.");
        }
        else if (day < askedOn)
        {
            errors.Add(DecidedOnField, $"Vul een datum in van {askedOn.InWords()} of later. Op die dag ging de aanvraag naar de raad.");
        }

        return day;
    }
}
