using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

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

    /// <summary>The reference that this form was given; null when it was not sent yet.</summary>
    public async Task<string?> FindReferenceAsync(string formId, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(formId, FormRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.InitiativeId : null;
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
