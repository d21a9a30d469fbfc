using Initiatiefloket.Assignment;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Reviewers;

/// <summary>The form on which a reviewer, or the coordinator for a reviewer, says who is away when, as it was typed.</summary>
public sealed record AbsenceForm(string Who, DateParts From, DateParts Until, string Deputy, bool KeepsCases)
{
    public const string WhoField = "wie";
    public const string FromField = "van";
    public const string UntilField = "tot";
    public const string DeputyField = "vervanger";
    public const string KeepsField = "houden";

    /// <summary>The ticks that say which absences end.</summary>
    public const string TickedField = "afwezigheid";

    public static AbsenceForm Empty { get; } = new("", DateParts.Empty, DateParts.Empty, "", KeepsCases: false);

    /// <summary>The absences that end (<see cref="NameOf"/>).</summary>
    public IReadOnlyList<string?> Ticked { get; init; } = [];

    public static AbsenceForm Read(IFormCollection form) => new(
        form.Line(WhoField), DateParts.From(form, FromField), DateParts.From(form, UntilField), form.Line(DeputyField), form.Text(KeepsField) == "true")
    {
        Ticked = form[TickedField],
    };

    /// <summary>Names an absence on the page.</summary>
    public static string NameOf(Absence absence) => $"{absence.ReviewerId}|{absence.From.ToIso()}";

    /// <summary>The absence that was filled in, or null with the errors added.</summary>
    /// <param name="ownId">Id of the reviewer who fills it in; null for the coordinator, who says whom it is about.</param>
    /// <param name="reviewers">The register.</param>
    /// <param name="known">The absences that are not over.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public Absence? Check(string? ownId, IReadOnlyList<Reviewer> reviewers, IReadOnlyList<Absence> known, DateOnly today, FormErrors errors)
    {
        var who = ownId ?? Who;
        if (reviewers.All(reviewer => reviewer.Id != who))
        {
            errors.Add(WhoField, "Kies wie er afwezig is.");
        }

        var from = CheckFrom(today, errors);
        var until = CheckUntil(from, errors);
        CheckDeputy(who, reviewers, errors);
        if (errors.Any)
        {
            return null;
        }

        var absence = new Absence(who, from!.Value, until!.Value, Deputy.Length == 0 ? null : Deputy, KeepsCases);

        // The same one again is a button pressed twice.
        if (known.Any(other => other != absence && other.Overlaps(absence)))
        {
            errors.Add(FromField, "In deze dagen staat al een afwezigheid. Beëindig die eerst, of kies andere dagen.");
        }

        return errors.Any ? null : absence;
    }

    private DateOnly? CheckFrom(DateOnly today, FormErrors errors)
    {
        var day = errors.ReadDay(FromField, From, $"Vul de eerste dag in, bijvoorbeeld {today.Day} {today.Month} {today.Year}.");
        if (day < today)
        {
            errors.Add(FromField, "Kies als eerste dag vandaag of een dag die nog komt.");
        }

        return day;
    }

    private DateOnly? CheckUntil(DateOnly? from, FormErrors errors)
    {
        var day = errors.ReadDay(
            UntilField, Until, "Vul de laatste dag in. Weet u die nog niet? Vul dan in wat u verwacht: u kunt de afwezigheid eerder beëindigen.");
        if (day < from)
        {
            errors.Add(UntilField, "Kies een laatste dag die niet voor de eerste dag ligt.");
        }
        else if (day > from?.AddYears(1))
        {
            errors.Add(UntilField, "Kies een laatste dag binnen een jaar. Duurt het langer? Vraag dan de coördinator om het beleid aan te passen.");
        }

        return day;
    }

    private void CheckDeputy(string who, IReadOnlyList<Reviewer> reviewers, FormErrors errors)
    {
        if (Deputy.Length == 0)
        {
            return;
        }

        if (Deputy == who)
        {
            errors.Add(DeputyField, "Kies een andere collega: niemand kan zichzelf vervangen.");
        }
        else if (reviewers.All(reviewer => reviewer.Id != Deputy))
        {
            errors.Add(DeputyField, "Kies een vervanger uit de lijst.");
        }
    }
}
