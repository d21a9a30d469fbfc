using System.Globalization;
using System.Net.Mail;
using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Submission;

/// <summary>Checks an application form by the policy; each message says what to do.</summary>
public sealed class ApplicationChecks(Policy policy, DateOnly today)
{
    private const int LongestTitle = 100;
    private const int LongestPlan = 8000;
    private const int LongestDescription = 100;
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int MostParticipants = 100_000;
    private const int MostYearsAhead = 2;

    private readonly FormErrors _errors = new();

    /// <summary>What is wrong, in the order of the form; empty when the form is valid.</summary>
    public FormErrors Errors => _errors;

    /// <summary>The application that the form holds, or null with <see cref="Errors"/> filled.</summary>
    public ApplicationInput? Read(ApplicationForm form)
    {
        var application = ReadPlan(form);
        var applicant = ReadApplicant(form);
        if (!Guid.TryParse(form.FormId, out var formId))
        {
            _errors.Add("", "Dit formulier is niet meer geldig. Open het formulier opnieuw en vul het nog een keer in.");
        }

        if (policy.PotFor(today.Year) is not { } pot || today > pot.ClosesOn)
        {
            _errors.Add("", $"U kunt nu niet aanvragen: er is geen budget open voor {today.Year}. Probeer het later, of neem contact met ons op.");
        }

        return _errors.Any ? null : new ApplicationInput(formId.ToString("N"), application, applicant);
    }

    private Application ReadPlan(ApplicationForm form)
    {
        _errors.Require(ApplicationForm.TitleField, form.Title, "Vul een titel in voor uw initiatief.", LongestTitle);
        _errors.Require(ApplicationForm.PlanField, form.Plan, "Vul in wat u wilt doen en waarom.", LongestPlan);
        Choose(ApplicationForm.NeighbourhoodField, policy.HasNeighbourhood(form.Neighbourhood), "Kies de wijk waar u het wilt doen.");
        Choose(ApplicationForm.ThemeField, policy.HasTheme(form.Theme), "Kies het thema dat het beste past.");
        var participants = ReadParticipants(form.Participants);
        var startsOn = ReadStart(form.StartsOn);
        var costs = ReadCosts(form.Costs);
        var asked = ReadAsked(form.Asked, costs);
        return new Application
        {
            Title = form.Title,
            Plan = form.Plan,
            NeighbourhoodId = form.Neighbourhood,
            ThemeId = form.Theme,
            Participants = participants,
            StartsOn = startsOn,
            Costs = costs,
            Asked = asked,
        };
    }

    private Applicant ReadApplicant(ApplicationForm form)
    {
        _errors.Require(ApplicationForm.NameField, form.Name, "Vul uw naam in.", LongestName);
        if (form.Email.Length == 0)
        {
            _errors.Add(ApplicationForm.EmailField, "Vul uw e-mailadres in.");
        }
        else if (!IsEmail(form.Email))
        {
            _errors.Add(ApplicationForm.EmailField, "Vul een e-mailadres in met een @ en een punt, bijvoorbeeld naam@voorbeeld.nl.");
        }

        if (form.Phone.Length > 0 && !IsPhone(form.Phone))
        {
            _errors.Add(ApplicationForm.PhoneField, "Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld 06 12345678. Of laat het leeg.");
        }

        if (!form.Consent)
        {
            _errors.Add(ApplicationForm.ConsentField, "Zet een vinkje als u akkoord gaat. Zonder uw akkoord kunnen wij uw aanvraag niet behandelen.");
        }

        return new Applicant(form.Name, form.Email, form.Phone.Length == 0 ? null : form.Phone);
    }

    private int ReadParticipants(string typed)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var participants) || participants is < 1 or > MostParticipants)
        {
            _errors.Add(ApplicationForm.ParticipantsField, "Vul in hoeveel mensen er ongeveer meedoen, als getal. Bijvoorbeeld 25.");
        }

        return participants;
    }

    private DateOnly ReadStart(DateParts typed)
    {
        if (!TypedDate.TryRead(typed, out var startsOn))
        {
            _errors.Add(ApplicationForm.StartsOnField, "Vul in wanneer u wilt beginnen, bijvoorbeeld 15 3 2027.");
        }
        else if (startsOn < today)
        {
            _errors.Add(ApplicationForm.StartsOnField, "Vul een startdatum in die nog moet komen.");
        }
        else if (startsOn > today.AddYears(MostYearsAhead))
        {
            _errors.Add(ApplicationForm.StartsOnField, $"Vul een startdatum in binnen {MostYearsAhead} jaar.");
        }

        return startsOn;
    }

    private List<CostLine> ReadCosts(IReadOnlyList<TypedCostLine> typed)
    {
        var lines = new List<CostLine>();
        foreach (var (number, line) in typed.Index().Where(line => !line.Item.IsEmpty))
        {
            _errors.Require(
                ApplicationForm.DescriptionField(number), line.Description, $"Vul bij kosten {number + 1} in waarvoor het geld is.", LongestDescription);
            lines.Add(new CostLine(line.Description, ReadAmount(ApplicationForm.AmountField(number), line.Amount, $"Kosten {number + 1}: ")));
        }

        if (lines.Count == 0)
        {
            _errors.Add(ApplicationForm.DescriptionField(0), "Vul in welke kosten u maakt. Vul ten minste één regel in.");
        }

        return lines;
    }

    private Euro ReadAsked(string typed, List<CostLine> lines)
    {
        // With costs that are wrong themselves there is nothing to compare to.
        var areCostsRight = !_errors.Any(error => error.Field.StartsWith(ApplicationForm.CostsField, StringComparison.Ordinal));
        var costs = Euro.Sum(lines.Select(line => line.Amount));
        var before = _errors.Count;
        var asked = ReadAmount(ApplicationForm.AskedField, typed);
        if (_errors.Count > before)
        {
            return asked;
        }

        if (asked < policy.Amounts.Minimum)
        {
            _errors.Add(ApplicationForm.AskedField, $"Vraag ten minste {policy.Amounts.Minimum.ToDutch()}.");
        }
        else if (asked > policy.MaxAmount)
        {
            _errors.Add(ApplicationForm.AskedField, $"Vraag ten hoogste {policy.MaxAmount.ToDutch()}. Heeft u meer nodig? Neem dan contact met ons op.");
        }
        else if (areCostsRight && asked > costs)
        {
            _errors.Add(ApplicationForm.AskedField, $"Vraag niet meer dan uw kosten. Uw kosten zijn samen {costs.ToDutch()}.");
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
                throw new InvalidOperationException("An amount is readable or it is not.");
        }
    }

    private void Choose(string field, bool isKnown, string message)
    {
        if (!isKnown)
        {
            _errors.Add(field, message);
        }
    }

    private static bool IsEmail(string text) =>
        text.Length <= LongestEmail
        && !text.Any(sign => char.IsWhiteSpace(sign) || sign is '"' or '[' || char.GetUnicodeCategory(sign) == UnicodeCategory.Format)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');

    private static bool IsPhone(string text) =>
        text.Length <= 20 && text.Count(char.IsAsciiDigit) >= 8 && text.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '-' or '+' or '(' or ')');
}
