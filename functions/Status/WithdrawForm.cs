using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Status;

/// <summary>The form to withdraw as it was filled in; a reason may be given, and need not.</summary>
public sealed record WithdrawForm(string Reason, string Words)
{
    public const string ReasonField = "reden";
    public const string WordsField = "toelichting";

    /// <summary>Longest explanation.</summary>
    public const int LongestWords = 1000;

    public static WithdrawForm Empty { get; } = new("", "");

    public static WithdrawForm From(IFormCollection form) => new(form.Text(ReasonField), form.Text(WordsField));

    /// <summary>What was filled in, or null with the errors added. A reason that the policy does not have counts as none.</summary>
    public Withdrawal? Read(Policy policy, FormErrors errors)
    {
        errors.AtMost(WordsField, Words, LongestWords);
        return errors.Any ? null : new Withdrawal(
            policy.WithdrawalReasons.Any(known => known.Code == Reason) ? Reason : null,
            Words.Length == 0 ? null : Words);
    }
}
