using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Submission.Drafts;
using Initiatiefloket.Support;
using Initiatiefloket.Terms;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Submission;

/// <summary>Table <c>Forms</c>: which reference a form was given, so that sending it twice gives one initiative.</summary>
public sealed class FormTable(TableServiceClient tables)
{
    private const string FormRow = "form";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Forms);

    /// <summary>The reference of this form: the one it was given before, or a new one.</summary>
    public async Task<string> ClaimReferenceAsync(string formId, int year, CancellationToken cancellation)
    {
        var claim = new Row { PartitionKey = formId, RowKey = FormRow, InitiativeId = InitiativeId.New(year) };
        return await _table.TryWriteAsync(claim, over: null, cancellation) is not null
            ? claim.InitiativeId
            : (await _table.GetEntityAsync<Row>(formId, FormRow, cancellationToken: cancellation)).Value.InitiativeId;
    }

    /// <summary>Gives the form another reference, because the first one turned out to belong to somebody else.</summary>
    public Task ReleaseReferenceAsync(string formId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(formId, FormRow, ETag.All, cancellation);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string InitiativeId { get; set; } = "";
    }
}

/// <summary>Confirms receipt in writing (Awb 4:3a).</summary>
public sealed class Receipts(
    InitiativeTable initiatives, SavedDrafts drafts, ShareTable shares, CasePost post, Policy policy, IStringLocalizer<Texts> texts)
{
    /// <summary>Confirms receipt of an application. May be repeated.</summary>
    public async Task ConfirmAsync(string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await shares.OpenAsync(initiativeId, cancellation);
        if ((await initiatives.GetApplicationAsync(initiativeId, cancellation)).FormId is { } form)
        {
            await drafts.CloseAsync(form, initiativeId, cancellation);
        }

        var mail = new CaseMail(initiativeId, "receipt", MailKind.Receipt, Actor.Applicant, LinkPurpose.Status);
        await post.SendAsync(mail, link => ComposeMail(initiative, link), cancellation);
    }

    private MailMessage ComposeMail(Initiative initiative, Uri link) => new(
        texts["Wij hebben uw aanvraag {0} ontvangen", initiative.Id],
        new MailBlock.Paragraph(
            texts["Wij hebben uw aanvraag voor \"{0}\" ontvangen op {1} uur.", initiative.Title, initiative.ReceivedAt!.Value.InWords()]),
        new MailBlock.Facts(
            new Fact(texts["Nummer van uw aanvraag"], initiative.Id),
            new Fact(texts["Gevraagd bedrag"], initiative.Asked.ToString()),
            new Fact(texts["U hoort van ons uiterlijk"], initiative.Clock!.DecideByInWords(LocalTime.DayOf(initiative.ReceivedAt!.Value), policy.WorkingDays))),
        new MailBlock.Paragraph(texts["Een professional van de gemeente bekijkt uw plan. Heeft die een vraag, dan krijgt u een mail."]),
        new MailBlock.Paragraph(texts["Op uw eigen pagina ziet u steeds hoe het ervoor staat. Daar kunt u uw aanvraag ook intrekken."]),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link),
        new MailBlock.Paragraph(texts["Bewaar deze mail: hij is persoonlijk. Geef hem niet aan anderen."]));
}
