using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Review;

namespace Initiatiefloket.Status;

/// <summary>Gathers what is kept of an applicant.</summary>
public sealed class CaseFiles(InitiativeTable initiatives, KeptForms kept, MailLog mails, DocumentDesk documents)
{
    public async Task<CaseFile> GatherAsync(Initiative initiative, CancellationToken cancellation)
    {
        var id = initiative.Id;
        var answers = initiative.AcceptsAnswers(initiative.Round)
            ? (await kept.Answers.GetAsync(KeptFormKey.OfAnswers(id, initiative.Round), cancellation)).Form
            : null;
        return new CaseFile
        {
            Initiative = initiative,
            Application = await initiatives.GetApplicationAsync(id, cancellation),
            Applicant = await initiatives.GetApplicantAsync(id, cancellation),
            UnconfirmedEmail = (await initiatives.FindEmailChangeAsync(id, cancellation))?.Email,
            UnsentAnswers = answers ?? new Dictionary<string, string>(),
            Events = await initiatives.GetEventsAsync(id, cancellation),
            Mails = await mails.ListAsync(id, Actor.Applicant, cancellation),
            Documents = await documents.ListCaseAsync(id, cancellation),
        };
    }
}
