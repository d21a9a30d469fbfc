using System.Globalization;
using CsvHelper;
using Initiatiefloket.Confirming;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Worklist;

/// <summary>The worklist as a file for a spreadsheet, with what is searched and chosen.</summary>
public sealed class WorklistFiles(PersonalLinks links, OverviewGate gate, WorklistViews views, Policy policy)
{
    // Of what ended; what runs stands in it whole.
    private const int MostEnded = 5_000;

    [Function(nameof(SaveWorklist))]
    public Task<IResult> SaveWorklist(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = LinkPaths.Overview + "/{token}/" + WorklistPaths.File)] HttpRequest request,
        string token,
        CancellationToken cancellation) => links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async visit => visit.Person != Actor.Coordinator
                ? Page.NotFound()
                : gate.InPlace(visit) ?? await WriteAsync(WorkQuery.Read(visit.Request.Query, policy), cancellation),
            cancellation);

    private async Task<IResult> WriteAsync(WorkQuery query, CancellationToken cancellation) =>
        Page.Csv(WorklistFile.Write(await views.ListAsync(query, MostEnded, cancellation), policy), "zaken.csv");
}

/// <summary>Writes the file. Pure.</summary>
public static class WorklistFile
{
    // A spreadsheet takes a cell that begins as a formula for one, which can send data elsewhere. With a quote before it, it is a text.
    private static readonly CsvWriterOptions Dutch = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private static readonly string[] Columns =
    [
        "Kenmerk", "Titel", "Aanvrager", "Stand", "Wacht op", "Ontvangen", "Wettelijk uiterlijk", "Te laat", "Gevraagd", "Thema", "Wijk", "Band", "Afgerond",
    ];

    /// <summary>The lines, with semicolons, in UTF-8 with a mark by which Excel knows that.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="policy">For names.</param>
    public static byte[] Write(IReadOnlyList<WorkLine> lines, Policy policy)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, Dutch, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            foreach (var line in lines)
            {
                csv.WriteRecord(CellsOf(line, policy));
            }
        }

        return stream.ToArray();
    }

    private static string[] CellsOf(WorkLine line, Policy policy)
    {
        var item = line.Item;
        return
        [
            item.Id,
            item.Title,
            item.Applicant,
            item.State.InDutch,
            item.EndedAt is null ? WaitsFor.InWords(item, policy) : "",
            LocalTime.DayOf(item.ReceivedAt).ToIso(),
            line.DecideBy.ToIso(),
            line.IsTooLate ? "ja" : "nee",
            (item.Asked.Cents / 100m).ToString("0.00", CultureInfo.GetCultureInfo("nl-NL")),
            policy.ThemeName(item.ThemeId),
            policy.NeighbourhoodName(item.NeighbourhoodId),
            item.BandId,
            item.EndedAt is { } ended ? LocalTime.DayOf(ended).ToIso() : "",
        ];
    }
}
