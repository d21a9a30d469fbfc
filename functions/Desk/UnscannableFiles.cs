using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Desk;

/// <summary>Tells the coordinator of documents that the virus scanner cannot look at: nobody can open them, and nobody else would ask for another.</summary>
public sealed class UnscannableFiles(DocumentLibrary documents, InitiativeTable initiatives, CasePost post)
{
    [Function(nameof(TellUnscannableFiles))]
    public async Task TellUnscannableFiles([TimerTrigger("0 25 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var document in await documents.ListUnscannableAsync(cancellation))
        {
            // With a form that was not sent it is the resident who sees that it is closed; once it is sent, it stands here again.
            if (await initiatives.FindAsync(document.Owner.Case, cancellation) is not { } initiative)
            {
                continue;
            }

            // The same id after a move to another owner: one mail for each file.
            var mail = new CaseMail(initiative.Id, $"unscannable-{document.Id}", MailKind.ToProfessional, Actor.Coordinator, LinkPurpose.Desk);
            await post.TellAsync(mail, link => UnscannableMail.Compose(initiative, document.FileName, link), cancellation);
            await documents.ForgetUnscannableAsync(document, cancellation);
        }
    }
}

/// <summary>The mail about a document that nobody can open.</summary>
public static class UnscannableMail
{
    /// <summary>Says what is the matter and what to do.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="fileName">Name of the document.</param>
    /// <param name="link">To the coordinator's page of the case.</param>
    public static MailMessage Compose(Initiative initiative, string fileName, Uri link) => new(
        $"Bestand niet te openen: {initiative.InSubject}",
        new MailBlock.Paragraph(
            $"De virusscanner kan het bestand \"{fileName}\" bij \"{initiative.Title}\" niet controleren, ook niet na een paar keer. Daarom kan niemand het openen. "
            + "De zaak gaat wel verder."),
        new MailBlock.Paragraph(
            "Vraag de aanvrager om het bestand nog eens te sturen, als PDF of op papier. Gebeurt dit vaker? Meld het dan aan de beheerder van het loket: misschien "
            + "neemt de scanner grote bestanden niet aan."),
        new MailBlock.Button("Open de zaak", link));
}
