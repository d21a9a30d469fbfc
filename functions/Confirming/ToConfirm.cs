using System.Globalization;
using Initiatiefloket.Links;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Confirming;

/// <summary>A decision that waits for a code: whoever follows a forwarded link has no code.</summary>
/// <param name="Link">The link that it is taken behind; the code goes to the person it was sent to.</param>
/// <param name="Name">
/// Names what is decided, and by whom at which address: by this its codes are counted, however many links somebody has to it. A code that went to a former
/// address is of no use at a new one.
/// </param>
/// <param name="Form">The decision as it was posted (<see cref="PostedForm.FingerprintOf"/>): another decision needs another code.</param>
/// <param name="Decision">What is decided, in a few Dutch words for the mail: "Toekennen: € 1.500".</param>
public sealed record ToConfirm(Link Link, string Name, string Form, string Decision)
{
    /// <summary>The decision in a form that was posted behind a link.</summary>
    public static ToConfirm Of(Link link, IFormCollection form, string decision) =>
        new(link, NameOf(link), PostedForm.FingerprintOf(form), decision);

    private static string NameOf(Link link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.Purpose}|{link.InitiativeId}|{link.Person}|{link.Round}|{link.AddressKey}");
}
