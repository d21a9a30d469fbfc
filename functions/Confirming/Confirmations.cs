using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Confirming;

/// <summary>
/// Stands between a form that decides and the decision, where the policy asks for a code. The page that asks for it carries the whole form along, so that it is
/// posted once more to the same address, with the code.
/// </summary>
public sealed class Confirmations(ConfirmCodes codes, People people, Abuse abuse)
{
    /// <summary>Takes the decision when the posted form has the right code; otherwise mails one and shows the page that asks for it.</summary>
    /// <param name="asked">The decision, from a form without mistakes.</param>
    /// <param name="form">The form as it was posted.</param>
    /// <param name="decide">Takes the decision; may run again for a form that is posted again, as without a code.</param>
    public async Task<IResult> DecideAsync(DecisionToConfirm asked, IFormCollection form, Func<Task<IResult>> decide, CancellationToken cancellation)
    {
        if (!form.ContainsKey(ConfirmFields.CodeField) || form.ContainsKey(ConfirmFields.AgainField))
        {
            return await codes.MailAsync(asked, cancellation) switch
            {
                CodeMailed.Sent => await ShowAsync(asked, form, error: null, cancellation),
                CodeMailed.Refused => await ShowAsync(
                    asked, form, "Wij konden u geen code mailen: uw adres werkt niet. Vraag de coördinator om het te verbeteren.", cancellation),
                CodeMailed.TooOften(var wait) => Failure.TooMany(wait).ToResult(),
                _ => throw new UnreachableException(),
            };
        }

        if (ConfirmCodes.Read(form.Value(ConfirmFields.CodeField)) is not { } code)
        {
            return await ShowAsync(asked, form, "Vul de 6 cijfers in die in de mail staan.", cancellation);
        }

        var outcome = await codes.CheckAsync(asked, code, cancellation);
        if (outcome is CodeChecked.Confirmed)
        {
            return await decide();
        }

        await abuse.RefusedCodeAsync(outcome.GetType().Name, cancellation);
        return await ShowAsync(asked, form, WhatToDo(outcome), cancellation);
    }

    private static string WhatToDo(CodeChecked outcome) => outcome switch
    {
        CodeChecked.Wrong { TriesLeft: 1 } => "Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog 1 keer proberen.",
        CodeChecked.Wrong(var left) => $"Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog {left} keer proberen.",
        CodeChecked.UsedUp => "Deze code werkt niet meer, want hij is te vaak verkeerd ingevuld. Vraag een nieuwe code aan.",
        CodeChecked.Expired => "De tijd van deze code is voorbij. Vraag een nieuwe code aan.",
        CodeChecked.ForAnotherDecision => "Deze code hoort niet bij dit besluit. Vraag een nieuwe code aan.",
        _ => throw new UnreachableException(),
    };

    private async Task<IResult> ShowAsync(DecisionToConfirm asked, IFormCollection form, string? error, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        if (error is not null)
        {
            errors.Add(ConfirmFields.CodeField, error);
        }

        var person = await people.FindAsync(asked.Link.InitiativeId, asked.Link.Person, cancellation);
        return Page.Show<ConfirmPage>(
            new { Person = person.Name, asked.Decision, Fields = ConfirmFields.FieldsOf(form), Errors = errors },
            errors);
    }
}

/// <summary>A decision that waits for a code: whoever follows a forwarded link has no code.</summary>
/// <param name="Link">The link that it is taken behind; the code goes to the person it was sent to.</param>
/// <param name="Name">
/// Names what is decided, and by whom at which address: by this its codes are counted, however many links somebody has to it. A code that went to a former
/// address is of no use at a new one.
/// </param>
/// <param name="Form">The decision as it was posted (<see cref="ConfirmFields.FingerprintOf"/>): another decision needs another code.</param>
/// <param name="Decision">What is decided, in a few Dutch words for the mail: "Toekennen: € 1.500".</param>
public sealed record DecisionToConfirm(Link Link, string Name, string Form, string Decision)
{
    /// <summary>The decision in a form that was posted behind a link.</summary>
    public static DecisionToConfirm Of(Link link, IFormCollection form, string decision) =>
        new(link, NameOf(link), ConfirmFields.FingerprintOf(form), decision);

    private static string NameOf(Link link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.Purpose}|{link.InitiativeId}|{link.Person}|{link.Round}|{link.AddressKey}");
}
