using System.Text.Json;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>Reads a policy from JSON, key by key; what belongs together is compared in <see cref="PolicyChecks"/>.</summary>
internal static class PolicyReader
{
    private static readonly Dictionary<string, BandBy> BandAmounts = new() { ["granted"] = BandBy.Granted, ["asked"] = BandBy.Asked };

    private static readonly Dictionary<string, DecidedBy> CouncilRoles = new()
    {
        ["informeren"] = DecidedBy.Professional,
        ["wensen-en-bedenkingen"] = DecidedBy.CouncilWindow,
        ["besluit-raad"] = DecidedBy.CouncilVote,
    };

    private static readonly Dictionary<string, bool> YesOrNo = new() { ["yes"] = true, ["no"] = false };

    // For editors only: where policy.schema.json is, which completes and explains the file.
    private const string SchemaKey = "$schema";

    public static Policy Read(JsonElement json, PolicyProblems problems) => Whole(new PolicySection(json, "", problems).Without(SchemaKey), file => new Policy
    {
        Version = file.Text("version"),
        Municipality = Whole(file.Section("municipality"), ReadMunicipality),
        Themes = file.List("themes", Each(theme => new Theme(theme.Id("id"), theme.LocalText("name"), theme.LocalText("description")))),
        Neighbourhoods = file.List("neighbourhoods", Each(part => new Neighbourhood(part.Id("id"), part.Text("name")))),
        Eligibility = file.List("eligibility", Each(ReadEligibility)),
        FormQuestions = file.Has(FormQuestions.Key) ? file.List(FormQuestions.Key, Each(FormQuestions.Read)) : [],
        Reviewers = file.List("reviewers", Each(ReadReviewer)),
        Council = Whole(file.Section("council"), CouncilReader.Read),
        Bands = file.List("bands", Each(ReadBand)),
        Amounts = Whole(file.Section("amounts"), amounts => new Amounts(
            amounts.WholeEuros("minimum"), amounts.Choice("bandBy", BandAmounts))),
        Terms = Whole(file.Section("terms"), ReadTerms),
        Limits = Whole(file.Section("limits"), limits => new Limits(limits.Whole("questionRounds", 1, 5), limits.Whole("coordinatorReminders", 1, 100))),
        DeadlineSignals = file.WholeNumbers("deadlineSignals", 1, 60),
        PenaltyRates = file.List("penaltyRates", Each(ReadPenaltyRates)),
        SupportersNeeded = file.Whole("supportersNeeded", 0, 1000),
        Mail = Whole(file.Section("mail"), mail => new MailRules(mail.Flag("codesInsteadOfLinks"))
        {
            OverviewWeekly = !mail.Has("overviewWeekly") || mail.Flag("overviewWeekly"),
        }),
        Documents = Whole(file.Section("documents"), documents => new DocumentRules(documents.Whole("atMost", 1, 20), documents.Whole("megabytesEach", 1, 25))),
        Retention = Whole(file.Section("retention"), RetentionReader.Read),
        Rubric = file.List("rubric", Each(line => new Criterion(line.Id("id"), line.Text("name"), line.Whole("weight", 1, 100), line.Text("guidance")))),
        Scheme = Whole(file.Section("scheme"), SchemeReader.ReadScheme),
        Regimes = file.List("regimes", Each(SchemeReader.ReadRegime)),
        Remedies = Whole(file.Section("remedies"), SchemeReader.ReadRemedies),
        Duties = file.List("duties", Each(SchemeReader.ReadDuty)),
        RefusalReasons = file.List("refusalReasons", Each(SchemeReader.ReadGround)),
        WithdrawalReasons = file.List("withdrawalReasons", Each(reason => new WithdrawalReason(reason.Id("code"), reason.LocalText("text")))),
        PotYearBy = file.Choice("potYearBy", PotReader.Years),
        Pots = file.List("pots", Each(PotReader.Read)),
        WorkingDays = new WorkingDays(file.List("equatedDays", Each(ReadDay)), file.List("townClosedDays", Each(ReadDay))),
    });

    private static Municipality ReadMunicipality(PolicySection section) => new()
    {
        Name = section.Text("name"),
        College = section.Text("college"),
        Council = section.Text("council"),
        Address = section.Lines("address"),
        Email = section.Email("email"),
        Phone = section.Text("phone"),
        Website = section.Website("website"),
        SignedAt = section.Text("signedAt"),
        Accessibility = Whole(section.Section("accessibility"), AccessibilityReader.Read),
        Coordinator = Whole(section.Section("coordinator"), person => new Coordinator(
            person.Text("name"),
            person.Email("email"),
            Whole(person.Section("substitute"), other => new Substitute(other.Text("name"), other.Email("email"))))),
    };

    private static Reviewer ReadReviewer(PolicySection section) => new(
        section.Id("id"),
        section.Text("name"),
        section.Text("role"),
        section.Email("email"),
        section.Lines("themes"),
        section.Lines("neighbourhoods"),
        section.IdOrNull("deputyId"));

    private static EligibilityQuestion ReadEligibility(PolicySection section) => new(
        section.Id("id"),
        section.LocalText("question"),
        section.Choice("expected", YesOrNo),
        section.LocalText("reason"),
        section.LocalText("elsewhere"));

    private static Band ReadBand(PolicySection section) => new(
        section.Id("id"),
        section.Text("name"),
        section.WholeEuros("upTo"),
        section.Choice("councilRole", CouncilRoles),
        Whole(section.Section("review"), ReviewRulesReader.Read),
        section.LocalText("explanation"))
    {
        Authority = SchemeReader.ReadAuthority(section),
        Mandate = SchemeReader.ReadMandate(section),
    };

    private static PolicyTerms ReadTerms(PolicySection section)
    {
        var (decision, extension) = DecisionTerms.Read(section);
        return ReadTerms(section, decision, extension);
    }

    private static PolicyTerms ReadTerms(PolicySection section, DecisionTerm decision, DecisionExtension extension) => new()
    {
        Decision = decision.Length,
        Extension = extension.Length,
        DecisionSource = new DecisionSource(decision.SetBy, decision.Article, extension.Basis, extension.Article) { AppliesTermijnenwet = decision.AppliesTermijnenwet },
        Recovery = section.Term("recovery"),
        Answer = section.Term("answer"),
        Draft = section.Term("draft"),
        DraftWarning = section.Term("draftWarning"),
        ConfirmEmail = section.Term("confirmEmail"),
        ReviewReminder = section.Term("reviewReminder"),
        ReviewSecondReminder = section.Term("reviewSecondReminder"),
        ReviewDeputy = section.Term("reviewDeputy"),
        ReviewEscalation = section.Term("reviewEscalation"),
        CoordinatorReminder = section.Term("coordinatorReminder"),
        CouncilDecisionReminder = section.Term("councilDecisionReminder"),
        Objection = section.TermInDays("objection"),
        Payment = section.TermInDays("payment"),
        SettleAtLatest = section.TermInDays("settleAtLatest"),
        View = section.TermInDays("view"),
        LinkValidity = section.Term("linkValidity"),
        ContactChange = section.Has("contactChange") ? section.Term("contactChange") : PolicyTerms.UsualContactChange,
        PaymentAfterChange = section.Has("paymentAfterChange") ? section.Term("paymentAfterChange") : PolicyTerms.UsualPaymentAfterChange,
    };

    private static PenaltyRates ReadPenaltyRates(PolicySection section) => new(
        section.Day("from"),
        section.WholeEuros("firstTwoWeeks"),
        section.WholeEuros("nextTwoWeeks"),
        section.WholeEuros("lastTwoWeeks"));

    // The name of the day is for whoever reads the file.
    private static DateOnly ReadDay(PolicySection section)
    {
        _ = section.Text("name");
        return section.Day("day");
    }

    internal static Func<PolicySection, T> Each<T>(Func<PolicySection, T> read) => section => Whole(section, read);

    /// <summary>Reads a section and notes what is left in it.</summary>
    internal static T Whole<T>(PolicySection section, Func<PolicySection, T> read)
    {
        var result = read(section);
        section.HasNothingElse();
        return result;
    }
}
