using System.Diagnostics;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Desk;

/// <summary>Makes a letter from what the coordinator filled in: null with the errors added when something is missing.</summary>
internal sealed class LaterLetterReader(LaterLetterForm form, LetterCase about, DeskView view, FormErrors errors)
{
    public DecisionModel? Read(LetterKind kind) => kind switch
    {
        LetterKind.Settlement => ReadSettlement(),
        LetterKind.Amendment => ReadAmendment(),
        LetterKind.Revocation => ReadRevocation(),
        LetterKind.Recovery => ReadRecovery(),
        LetterKind.PenaltyDecision => ReadPenalty(),
        LetterKind.ObjectionDecision => ReadObjection(),
        LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward or LetterKind.Refusal or LetterKind.SetAside or LetterKind.Intention or _ =>
            throw new UnreachableException($"{kind} is not made by hand."),
    };

    private Policy Policy => view.Policy;

    private Euro Awarded => view.Initiative.AmountToGrant ?? Euro.Zero;

    private DateOnly AwardedOn => view.Initiative.Decision!.DecidedOn;

    private Band Band => view.Initiative.BandOf(Awarded == Euro.Zero ? view.Initiative.Asked : Awarded, Policy);

    private LetterHead Head => about.HeadFor(Band, Policy);

    private Remedy Remedy => Policy.ObjectionTo(Band);

    private SettlementModel? ReadSettlement()
    {
        var settled = form.ReadAmount(errors, Awarded);
        var lower = settled < Awarded ? form.ReadGround<LowerGround>(errors) : null;
        return errors.Any ? null : new SettlementModel
        {
            Head = Head,
            Remedy = Remedy,
            Awarded = Awarded,
            AwardedOn = AwardedOn,
            Settled = settled!.Value,
            Lower = lower,
            Reasons = new Reasons([form.Reasons]),
            Payment = new PayDay(Policy.Terms.Payment),
        };
    }

    private AmendmentModel? ReadAmendment()
    {
        var (change, ground, from) = (form.ReadWords(errors, "Vul in wat er anders wordt."), form.ReadGround<RevocationGround>(errors), ReadFrom());
        return errors.Any ? null : new AmendmentModel
        {
            Head = Head,
            Remedy = Remedy,
            Change = change,
            Ground = ground!.Value,
            Reasons = new Reasons([form.Reasons]),
            From = from!.Value,
        };
    }

    private RevocationModel? ReadRevocation()
    {
        var (ground, from) = (form.ReadGround<RevocationGround>(errors), ReadFrom());
        return errors.Any ? null : new RevocationModel
        {
            Head = Head,
            Remedy = Remedy,
            Awarded = Awarded,
            AwardedOn = AwardedOn,
            Ground = ground!.Value,
            Reasons = new Reasons([form.Reasons]),
            From = from!.Value,
        };
    }

    private RecoveryModel? ReadRecovery()
    {
        var (amount, how) = (form.ReadAmount(errors, Awarded), form.ReadWords(errors, "Vul in op welke rekening de aanvrager betaalt, en wat erbij moet staan."));
        if (amount == Euro.Zero)
        {
            errors.Add(LaterLetterForm.AmountField, "Vul een bedrag in dat hoger is dan 0.");
        }

        var by = errors.ReadDay(LaterLetterForm.DayField, form.Day, "Vul in wanneer het geld uiterlijk terug moet zijn, bijvoorbeeld 14 9 2026.");
        if (by is { } day && day < Policy.Terms.Payment.LastDay(view.Today, Policy.WorkingDays))
        {
            errors.Add(LaterLetterForm.DayField, $"Geef de aanvrager minstens {Policy.Terms.Payment} (Awb 4:87).");
        }

        return errors.Any ? null : new RecoveryModel
        {
            Head = Head,
            Remedy = Remedy,
            Amount = amount!.Value,
            Reasons = new Reasons([form.Reasons]),
            PayBack = new PayDay(Policy.Terms.Payment, by),
            HowToPay = how,
        };
    }

    private PenaltyModel? ReadPenalty() => LaterLetters.PenaltyOf(view) is var (penalty, last)
        ? new PenaltyModel
        {
            Head = Head,
            Remedy = Remedy,
            NoticeOn = penalty.NoticeOn,
            FirstDay = penalty.FirstDay,
            LastDay = last,
            Days = penalty.DaysOn(last),
            Amount = penalty.AmountOn(last),
            Payment = new PayDay(Policy.Terms.Payment),
        }
        : null;

    private ObjectionModel? ReadObjection()
    {
        var decision = form.ReadWords(errors, "Vul in wat u besluit op het bezwaar.");
        var objected = errors.ReadDay(LaterLetterForm.DayField, form.Day, "Vul in wanneer het bezwaar kwam, bijvoorbeeld 14 9 2026.");
        if (objected > view.Today)
        {
            errors.Add(LaterLetterForm.DayField, "Vul een datum in die niet in de toekomst ligt.");
        }

        return errors.Any ? null : new ObjectionModel
        {
            Head = Head,
            Remedy = new Remedy.Appeal(Policy.Remedies.Appeal, Policy.Terms.Objection),
            ObjectedOn = objected!.Value,
            Decision = decision,
            Reasons = new Reasons([form.Reasons]),
        };
    }

    private DateOnly? ReadFrom() => errors.ReadDay(LaterLetterForm.DayField, form.Day, "Vul in vanaf welke dag dit geldt, bijvoorbeeld 14 9 2026.");
}
