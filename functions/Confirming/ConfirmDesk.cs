using Initiatiefloket.Initiatives;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Confirming;

/// <summary>
/// Stands between a form that decides and the decision, where the policy asks for a code. The page that asks for it carries the whole form along, so that it is
/// posted once more to the same address, with the code.
/// </summary>
public sealed class ConfirmDesk(ConfirmCodes codes, People people)
{
    /// <summary>Takes the decision when the posted form has the right code; otherwise mails one and shows the page that asks for it.</summary>
    /// <param name="asked">The decision, from a form without mistakes.</param>
    /// <param name="form">The form as it was posted.</param>
    /// <param name="decide">Takes the decision; may run again for a form that is posted again, as without a code.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<IResult> DecideAsync(ToConfirm asked, IFormCollection form, Func<Task<IResult>> decide, CancellationToken cancellation)
    {
        if (!form.ContainsKey(PostedForm.CodeField) || form.ContainsKey(PostedForm.AgainField))
        {
            return await codes.MailAsync(asked, cancellation) is CodeMailed.TooOften(var wait)
                ? Failure.TooMany(wait).ToResult()
                : await ShowAsync(asked, form, error: null, cancellation);
        }

        if (ConfirmCodes.Read(form.Line(PostedForm.CodeField)) is not { } code)
        {
            return await ShowAsync(asked, form, "Vul de 6 cijfers in die in de mail staan.", cancellation);
        }

        var outcome = await codes.CheckAsync(asked, code, cancellation);
        return outcome is CodeChecked.Confirmed ? await decide() : await ShowAsync(asked, form, WhatToDo(outcome), cancellation);
    }

    private static string WhatToDo(CodeChecked outcome) => outcome switch
    {
        CodeChecked.Wrong { TriesLeft: 1 } => "Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog 1 keer proberen.",
        CodeChecked.Wrong(var left) => $"Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog {left} keer proberen.",
        CodeChecked.UsedUp => "Deze code werkt niet meer, want hij is te vaak verkeerd ingevuld. Vraag een nieuwe code aan.",
        CodeChecked.Expired => "De tijd van deze code is voorbij. Vraag een nieuwe code aan.",
        _ => "Deze code hoort niet bij dit besluit. Vraag een nieuwe code aan.",
    };

    private async Task<IResult> ShowAsync(ToConfirm asked, IFormCollection form, string? error, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        if (error is not null)
        {
            errors.Add(PostedForm.CodeField, error);
        }

        var person = await people.FindAsync(asked.Link.InitiativeId, asked.Link.Person, cancellation);
        return Page.Show<ConfirmPage>(
            new { Person = person.Name, asked.Decision, Fields = PostedForm.FieldsOf(form), Errors = errors },
            errors);
    }
}
