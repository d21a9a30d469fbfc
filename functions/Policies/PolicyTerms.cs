using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>How long everything may take.</summary>
public sealed record PolicyTerms
{
    /// <summary>For the decision. Counts days or weeks.</summary>
    public required Term Decision { get; init; }

    /// <summary>By which the decision may be put off once, or how much later a date is that the applicant is only told. Counts days or weeks.</summary>
    public required Term Extension { get; init; }

    /// <summary>Who set these two. Cases that began before that was noted go by the Awb.</summary>
    public DecisionSource DecisionSource { get; init; } = DecisionSource.ByLaw;

    /// <summary>To complete an application (Awb 4:5, 4:15).</summary>
    public required Term Recovery { get; init; }

    /// <summary>How long a form that was not sent is kept after it was last saved.</summary>
    public required Term Draft { get; init; }

    /// <summary>How long before that its owner is warned.</summary>
    public required Term DraftWarning { get; init; }

    /// <summary>To confirm the e-mail address after sending the form.</summary>
    public required Term ConfirmEmail { get; init; }

    /// <summary>To answer a question that does not stop the clock; after it the professional goes on without the answer.</summary>
    public required Term Answer { get; init; }

    /// <summary>Until a silent professional is reminded.</summary>
    public required Term ReviewReminder { get; init; }

    /// <summary>Until the second reminder; like the next two from the same moment as the first.</summary>
    public required Term ReviewSecondReminder { get; init; }

    /// <summary>Until the deputy takes the place of a silent professional.</summary>
    public required Term ReviewDeputy { get; init; }

    /// <summary>Until the coordinator is asked to act.</summary>
    public required Term ReviewEscalation { get; init; }

    /// <summary>Between reminders to the coordinator.</summary>
    public required Term CoordinatorReminder { get; init; }

    /// <summary>Between reminders that the council's decision is still to be recorded.</summary>
    public required Term CouncilDecisionReminder { get; init; }

    /// <summary>To object to a decision (Awb 6:7). Counts days or weeks.</summary>
    public required Term Objection { get; init; }

    /// <summary>To pay after a decision was announced (Awb 4:87). Counts days or weeks. Cases that began before there was this term have the usual one.</summary>
    public Term Payment { get; init; } = UsualPayment;

    /// <summary>Until a grant is settled of which nobody said when the activity ends, counted from its announcement. Counts days or weeks.</summary>
    public Term SettleAtLatest { get; init; } = UsualSettleAtLatest;

    /// <summary>For the applicant to say what they think of an intended refusal (Awb 4:7). Counts days or weeks.</summary>
    public Term View { get; init; } = UsualView;

    /// <summary>How long a link in a mail works.</summary>
    public required Term LinkValidity { get; init; }

    /// <summary>Until a new name or telephone number counts that the present address was told of and did not stop. Cases that began before there was this term have the usual one.</summary>
    public Term ContactChange { get; init; } = UsualContactChange;

    /// <summary>How long payment waits after a change of the applicant's data.</summary>
    public Term PaymentAfterChange { get; init; } = UsualPaymentAfterChange;

    /// <summary>For a policy that does not say.</summary>
    public static Term UsualContactChange { get; } = new(2, TermUnit.Days);

    /// <summary>For a case that began before the policy said.</summary>
    public static Term UsualPayment { get; } = new(6, TermUnit.Weeks);

    /// <inheritdoc cref="UsualPayment"/>
    public static Term UsualSettleAtLatest { get; } = new(52, TermUnit.Weeks);

    /// <inheritdoc cref="UsualPayment"/>
    public static Term UsualView { get; } = new(14, TermUnit.Days);

    /// <inheritdoc cref="UsualContactChange"/>
    public static Term UsualPaymentAfterChange { get; } = new(3, TermUnit.WorkingDays);
}
