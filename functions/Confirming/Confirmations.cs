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
                CodeMailed.TooOften(var wait) => await ShowAsync(asked, form, TooOften(wait), cancellation, StatusCodes.Status429TooManyRequests),
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

    /// <summary>The same for a form behind a link, where the rules of the case ask for a code; elsewhere it is done at once.</summary>
    /// <param name="visit">The posted form, without mistakes.</param>
    /// <param name="needsCode">Whether the rules ask for one (<see cref="ConfirmRules"/>).</param>
    /// <param name="kind">Names what is done, beside other things behind the same link: its codes are counted apart.</param>
    /// <param name="what">What is done, in a few Dutch words.</param>
    /// <param name="act">Does it.</param>
    public async Task<IResult> ActAsync(LinkVisit visit, bool needsCode, string kind, string what, Func<Task<IResult>> act, CancellationToken cancellation)
    {
        if (!needsCode)
        {
            return await act();
        }

        var form = await visit.Request.ReadFormAsync(cancellation);
        return await DecideAsync(DecisionToConfirm.OfAct(visit.Link, form, kind, what), form, act, cancellation);
    }

    private static string TooOften(TimeSpan wait) => string.Create(
        CultureInfo.InvariantCulture,
        $"Met deze mail zijn te veel codes gevraagd. Over {Math.Ceiling(wait.TotalMinutes)} minuten kan het weer. Een code die u voor precies dit formulier al kreeg, werkt nog wel. Of vraag een nieuwe mail aan: dat kan bij \"Link kwijt\".");

    private static string WhatToDo(CodeChecked outcome) => outcome switch
    {
        CodeChecked.Wrong { TriesLeft: 1 } => "Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog 1 keer proberen.",
        CodeChecked.Wrong(var left) => $"Dit is niet de code uit de nieuwste mail. Kijk goed en vul de code opnieuw in. U kunt het nog {left} keer proberen.",
        CodeChecked.UsedUp => "Deze code werkt niet meer, want hij is te vaak verkeerd ingevuld. Vraag een nieuwe code aan.",
        CodeChecked.Expired => "De tijd van deze code is voorbij. Vraag een nieuwe code aan.",
        CodeChecked.ForAnotherDecision => "Deze code hoort niet bij dit besluit. Vraag een nieuwe code aan.",
        _ => throw new UnreachableException(),
    };

    private async Task<IResult> ShowAsync(DecisionToConfirm asked, IFormCollection form, string? error, CancellationToken cancellation, int? status = null)
    {
        var errors = new FormErrors();
        if (error is not null)
        {
            errors.Add(ConfirmFields.CodeField, error);
        }

        var person = await people.FindAsync(asked.Link.InitiativeId, asked.Link.Person, cancellation);
        var shown = new { Person = person.Name, asked.Words, asked.Decision, Fields = ConfirmFields.FieldsOf(form), Errors = errors };
        return status is { } given ? Page.Show<ConfirmPage>(shown, given) : Page.Show<ConfirmPage>(shown, errors);
    }
}

/// <summary>A decision that waits for a code: whoever follows a forwarded link has no code.</summary>
/// <param name="Link">The link that it is taken behind; the code goes to the person it was sent to.</param>
/// <param name="Name">
/// Names what is decided, by whom at which address, behind which mail: by this its codes are counted, however many links pages made of that mail. A code that went to
/// a former address is of no use at a new one.
/// </param>
/// <param name="Form">The decision as it was posted (<see cref="ConfirmFields.FingerprintOf"/>): another decision needs another code.</param>
/// <param name="Decision">What is decided, in a few Dutch words for the mail: "Toekennen: € 1.500".</param>
public sealed record DecisionToConfirm(Link Link, string Name, string Form, string Decision)
{
    /// <summary>How it is called.</summary>
    public ConfirmWords Words { get; init; } = ConfirmWords.Decision(Link.InitiativeId);

    /// <summary>The decision in a form that was posted behind a link.</summary>
    public static DecisionToConfirm Of(Link link, IFormCollection form, string decision) =>
        new(link, NameOf(link, "decide"), ConfirmFields.FingerprintOf(form), decision);

    /// <summary>Something else in a form that was posted behind a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="form">The form.</param>
    /// <param name="kind">Names what is done, beside other things behind the same link.</param>
    /// <param name="what">What is done, in a few Dutch words.</param>
    public static DecisionToConfirm OfAct(Link link, IFormCollection form, string kind, string what) =>
        new(link, NameOf(link, kind), ConfirmFields.FingerprintOf(form), what)
        {
            Words = ConfirmWords.Act(link.InitiativeId == Link.NoInitiative ? "uw overzicht" : $"initiatief {link.InitiativeId}"),
        };

    // By the mail that the link comes from too: whoever has another one uses up the codes of that one only.
    private static string NameOf(Link link, string kind) => string.Create(
        CultureInfo.InvariantCulture, $"{link.Purpose}|{link.InitiativeId}|{link.Person}|{link.Round}|{link.AddressKey}|{link.Root}|{kind}");
}
