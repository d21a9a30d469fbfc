using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Steps;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>
/// Checks an application form by the policy; each message says what to do. Required is what the law asks for (Awb 4:2: who, what is asked) and
/// what decides where the application goes; all else may be left open (<see cref="Application.Gaps"/>), but what is filled in must be right. What is a ground for a
/// decision is no mistake: the form warns of it (<see cref="Concerns"/>).
/// </summary>
public sealed class ApplicationChecks(Policy policy, DateOnly today, IStringLocalizer<Texts> texts)
{
    private const int LongestLine = 100;
    private const int LongestPlan = 8000;
    private const int MostYearsAhead = 2;

    private readonly FormErrors _errors = new();

    /// <summary>Whether the office fills it in for somebody, who may have no e-mail address.</summary>
    public bool ByOffice { get; init; }

    /// <summary>What is wrong, in the order of the form; empty when the form is valid.</summary>
    public FormErrors Errors => _errors;

    /// <summary>What is wrong on one page of the form.</summary>
    public FormErrors Check(FormStep step, ApplicationForm form)
    {
        Read(form);
        return _errors.At(field => step.Has(field, policy));
    }

    /// <summary>The application that the form holds, or null with <see cref="Errors"/> filled.</summary>
    public ApplicationInput? Read(ApplicationForm form)
    {
        var application = ReadApplication(form);
        var applicant = ReadApplicant(form);
        if (!form.Consent)
        {
            _errors.Add(
                ApplicationForm.ConsentField, texts["Zet een vinkje als u akkoord gaat. Zonder uw akkoord kunnen wij uw aanvraag niet behandelen."]);
        }

        return _errors.Any ? null : new ApplicationInput(form.FormId, application, applicant);
    }

    private Application ReadApplication(ApplicationForm form)
    {
        _errors.Require(ApplicationForm.TitleField, form.Title, texts["Vul een titel in voor uw initiatief."], LongestLine);
        _errors.Require(ApplicationForm.PlanField, form.Plan, texts["Vul in wat u wilt doen en waarom."], LongestPlan);
        form.CheckPlain(FormPart.Idea, policy, _errors, texts);
        Demand(policy.HasNeighbourhood(form.Neighbourhood), ApplicationForm.NeighbourhoodField, texts["Kies de wijk waar u het wilt doen."]);
        Demand(policy.HasTheme(form.Theme) || form.Theme == Theme.Unknown, ApplicationForm.ThemeField, texts["Kies het thema dat het beste past."]);
        form.CheckPlain(FormPart.WhereAndWhen, policy, _errors, texts);
        form.CheckPlain(FormPart.Partners, policy, _errors, texts);
        var (startsOn, endsOn) = ReadDays(form);
        var costs = ReadCosts(form.Costs);
        var own = ReadMoney(ApplicationForm.OwnMoneyField, form.OwnMoney);
        var other = ReadMoney(ApplicationForm.OtherMoneyField, form.OtherMoney);
        var asked = ReadAsked(form.Asked, Euro.Sum(costs.Select(line => line.Amount)) - own - other, costs.Count > 0);
        form.CheckPlain(FormPart.Costs, policy, _errors, texts);
        return new Application
        {
            Title = form.Title,
            Plan = form.Plan,
            ThemeId = form.Theme,
            NeighbourhoodId = form.Neighbourhood,
            StartsOn = startsOn,
            EndsOn = endsOn,
            Costs = costs,
            OwnMoney = own,
            OtherMoney = other,
            Asked = asked,
            Answers = form.DeclaredAnswersBy(policy),
            OwnAnswers = form.OwnAnswersBy(policy),
            FormId = form.FormId,
        };
    }

    private Applicant ReadApplicant(ApplicationForm form)
    {
        var isKind = ApplicantKinds.TryRead(form.Kind, out var kind);
        Demand(isKind, ApplicationForm.KindField, texts["Kies of u aanvraagt als bewoner, als groep of als stichting of vereniging."]);
        if (kind != ApplicantKind.Person)
        {
            _errors.Require(ApplicationForm.OrganisationField, form.Organisation, texts["Vul de naam van uw groep, stichting of vereniging in."], LongestLine);
        }

        _errors.Require(ApplicationForm.NameField, form.Name, texts["Vul uw naam in."], LongestLine);
        var address = ReadAddress(form);
        if (!ByOffice || form.Email.Length > 0)
        {
            _errors.CheckEmail(ApplicationForm.EmailField, form.Email, texts);
        }

        _errors.CheckPhone(ApplicationForm.PhoneField, form.Phone, texts);
        return new Applicant(form.Name, form.Email, OrNull(form.Phone))
        {
            Kind = kind,
            Organisation = kind == ApplicantKind.Person ? null : form.Organisation,
            Address = address,
            Language = Language.Code,
        };
    }

    private PostalAddress ReadAddress(ApplicationForm form)
    {
        var isKnown = Countries.All.Contains(form.Country);
        var country = isKnown ? form.Country : Countries.Netherlands;
        _errors.Require(ApplicationForm.StreetField, form.Street, texts["Vul uw straat en huisnummer in."], LongestLine);
        if (country == Countries.Elsewhere)
        {
            _errors.AtMost(ApplicationForm.PostCodeField, form.PostCode, LongestLine);
        }
        else
        {
            Demand(Countries.PostCodeIn(country, form.PostCode) is not null, ApplicationForm.PostCodeField, Countries.WhatToFillIn(country, texts));
        }

        _errors.Require(ApplicationForm.TownField, form.Town, texts["Vul uw woonplaats in."], LongestLine);
        Demand(isKnown, ApplicationForm.CountryField, texts["Kies het land waar u woont."]);
        if (country == Countries.Elsewhere)
        {
            _errors.Require(ApplicationForm.OtherCountryField, form.OtherCountry, texts["Vul in in welk land u woont."], LongestLine);
        }

        return new PostalAddress(form.Street, Countries.PostCodeIn(country, form.PostCode) ?? "", form.Town)
        {
            Country = Countries.OnEnvelope(country, form.OtherCountry),
        };
    }

    private (DateOnly? Start, DateOnly? End) ReadDays(ApplicationForm form)
    {
        var start = ReadDay(ApplicationForm.StartsOnField, form.StartsOn);
        if (start > today.AddYears(MostYearsAhead))
        {
            _errors.Add(ApplicationForm.StartsOnField, texts["Vul een startdatum in binnen {0} jaar.", MostYearsAhead]);
        }

        var end = ReadDay(ApplicationForm.EndsOnField, form.EndsOn);
        Demand(!(end < start), ApplicationForm.EndsOnField, texts["Vul een einddatum in die na de startdatum komt. Of laat hem leeg."]);
        return (start, end);
    }

    private DateOnly? ReadDay(string field, DateParts typed)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (TypedDate.TryRead(typed, out var day, out var whatToDo))
        {
            return day;
        }

        _errors.Add(field, texts["{0} Of laat de datum leeg.", whatToDo.In(texts)]);
        return null;
    }

    private List<CostLine> ReadCosts(IReadOnlyList<TypedCostLine> typed)
    {
        var lines = new List<CostLine>();
        foreach (var (number, line) in typed.Index().Where(line => !line.Item.IsEmpty))
        {
            _errors.Require(
                ApplicationForm.DescriptionField(number), line.Description, texts["Vul bij kosten {0} in waarvoor het geld is.", number + 1], LongestLine);
            lines.Add(new CostLine(line.Description, ReadAmount(ApplicationForm.AmountField(number), line.Amount, texts["Kosten {0}:", number + 1] + " ")));
        }

        return lines;
    }

    private Euro ReadMoney(string field, string typed) => typed.Length == 0 ? Euro.Zero : ReadAmount(field, typed);

    private Euro ReadAsked(string typed, Euro needed, bool hasCosts)
    {
        // With costs that are wrong themselves there is nothing to compare to.
        var isKnown = hasCosts && !_errors.Any(error => error.Field is not ApplicationForm.AskedField && FormSteps.Costs.Has(error.Field));
        var before = _errors.Count;
        var asked = ReadAmount(ApplicationForm.AskedField, typed);
        if (_errors.Count > before)
        {
            return asked;
        }

        if (asked <= Euro.Zero)
        {
            _errors.Add(ApplicationForm.AskedField, texts["Vul in hoeveel geld u vraagt: meer dan 0."]);
        }
        else if (isKnown && asked > needed)
        {
            _errors.Add(ApplicationForm.AskedField, needed > Euro.Zero
                ? texts["Vraag niet meer dan u nodig heeft. Uw kosten min eigen geld en ander geld zijn {0}.", needed]
                : texts["Kijk de bedragen na: uw eigen geld en ander geld zijn samen al genoeg voor de kosten."]);
        }

        return asked;
    }

    private Euro ReadAmount(string field, string typed, string about = "")
    {
        switch (Euro.Read(typed))
        {
            case EuroInput.Amount(var amount):
                return amount;
            case EuroInput.Unreadable(var message):
                _errors.Add(field, about.Length == 0 ? message : about + char.ToLower(message[0], CultureInfo.InvariantCulture) + message[1..]);
                return Euro.Zero;
            default:
                throw new UnreachableException();
        }
    }

    private void Demand(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            _errors.Add(field, message);
        }
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

}
