using Initiatiefloket.Documents;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Tests.Documents;

[Collection(nameof(OnStorage))]
public sealed class DocumentServingTests(AppStorage storage) : IAsyncLifetime
{
    private readonly DocumentRoom _room = new(storage);
    private readonly WebApplication _app = Pages();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _room.FinishAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Open_ToSave_IsAnAttachmentThatMayDoNothing()
    {
        var (status, headers, body) = await OpenAsync("serve-1", Pdfs.WithScript, "Begroting “één” € 5.pdf", DocumentView.Download);

        Assert.Equal((StatusCodes.Status200OK, "application/pdf"), (status, headers.ContentType.ToString()));
        Assert.Equal(
            "attachment; filename=\"Begroting ___n_ _ 5.pdf\"; filename*=UTF-8''Begroting%20%E2%80%9C%C3%A9%C3%A9n%E2%80%9D%20%E2%82%AC%205.pdf",
            headers.ContentDisposition);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox", headers.ContentSecurityPolicy);
        Assert.Equal("no-cache, no-store", headers.CacheControl);
        Assert.Equal("DENY", headers.XFrameOptions);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Equal(Pdfs.WithScript[..^1], body);
    }

    [Fact]
    public async Task Open_ImageToSee_IsSandboxedAndMayStandInOurFrame()
    {
        var (_, headers, _) = await OpenAsync("serve-2", Pngs.Plain, "schets.png", DocumentView.Inline);

        Assert.Equal("image/png", headers.ContentType);
        Assert.StartsWith("inline;", headers.ContentDisposition, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self'; sandbox", headers.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", headers.XFrameOptions);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
    }

    [Fact]
    public async Task Open_PdfToSee_IsLeftToTheViewer()
    {
        var (_, headers, _) = await OpenAsync("serve-3", Pdfs.OnePage, "brief.pdf", DocumentView.Inline);

        Assert.Equal(
            "default-src 'none'; base-uri 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'", headers.ContentSecurityPolicy);
        Assert.Equal("application/pdf", headers.ContentType);
    }

    [Fact]
    public async Task Open_OfficeFileToSee_IsSavedAllTheSame()
    {
        var (_, headers, _) = await OpenAsync("serve-4", Zips.Docx, "plan.docx", DocumentView.Inline);

        Assert.StartsWith("attachment;", headers.ContentDisposition, StringComparison.Ordinal);
        Assert.EndsWith("sandbox", headers.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentState.Held, 409, "Wij controleren dit bestand nog")]
    [InlineData(DocumentState.Refused, 410, "In brief.pdf zat een virus.")]
    public async Task Open_NotClean_SaysWhy(DocumentState state, int status, string text)
    {
        var owner = DocumentOwner.OfDraft($"serve-{state}");
        var document = await _room.TakeAsync(owner, Pdfs.OnePage, "brief.pdf");
        await _room.Table.TrySetStateAsync((await _room.Table.FindAsync(owner, document.Id, CancellationToken.None))!, state, CancellationToken.None);

        var answer = await ExecuteAsync(owner, document.Id, DocumentView.Download);

        Assert.Equal(status, answer.Status);
        Assert.Contains(text, System.Text.Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../application|x")]
    [InlineData("")]
    public async Task Open_UnknownId_IsNotFound(string id) =>
        Assert.Equal(StatusCodes.Status404NotFound, (await ExecuteAsync(DocumentOwner.OfDraft("serve-5"), id, DocumentView.Download)).Status);

    private async Task<(int Status, IHeaderDictionary Headers, byte[] Body)> OpenAsync(string draft, byte[] file, string name, DocumentView view)
    {
        var document = await _room.TakeAsync(DocumentOwner.OfDraft(draft), file, name);
        return await ExecuteAsync(document.Owner, document.Id, view);
    }

    private async Task<(int Status, IHeaderDictionary Headers, byte[] Body)> ExecuteAsync(DocumentOwner owner, string id, DocumentView view)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = _app.Services,
            Request = { Scheme = "https", Host = new HostString("loket.example"), Path = "/document" },
            Response = { Body = body },
        };
        SecurityHeaders.AddTo(http);
        await (await _room.Desk.OpenAsync(owner, id, view, CancellationToken.None)).ExecuteAsync(http);
        return (http.Response.StatusCode, http.Response.Headers, body.ToArray());
    }

    private static WebApplication Pages()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddWebWithKeysInMemory();
        return builder.Build();
    }
}
