using System.Net;
using Initiatiefloket.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Initiatiefloket.Tests.Mail;

/// <summary>SendGrid's own client as the app sets it up, against a service that answers what the test says.</summary>
public sealed class MailServicesTests : IAsyncLifetime
{
    private readonly Queue<Func<HttpContext, Task>> _answers = [];
    private WebApplication _service = null!;
    private int _calls;

    [Fact]
    public async Task Client_ServiceFailsOnce_IsAskedOnceMore()
    {
        Answer(HttpStatusCode.ServiceUnavailable, HttpStatusCode.Accepted);

        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("00:00:15"));

        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Client_ServiceKeepsFailing_GivesUpAfterTheSecondCall()
    {
        Answer(HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.Accepted);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("00:00:15"));

        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Client_ServiceHangs_GivesUpInTime()
    {
        _answers.Enqueue(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        _answers.Enqueue(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync("00:00:01"));
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _service = builder.Build();
        _service.Run(http =>
        {
            _calls++;
            return _answers.Dequeue()(http);
        });
        await _service.StartAsync();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    private void Answer(params HttpStatusCode[] statuses)
    {
        foreach (var status in statuses)
        {
            _answers.Enqueue(http =>
            {
                http.Response.StatusCode = (int)status;
                return Task.CompletedTask;
            });
        }
    }

    private async Task<HttpStatusCode> SendAsync(string timeout)
    {
        var settings = new Dictionary<string, string?> { ["Mail:ApiHost"] = _service.Urls.First(), ["Mail:ApiKey"] = "key", ["Mail:From"] = "loket@oldenzaal.example", ["Mail:Timeout"] = timeout };
        await using var services = new ServiceCollection().AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var message = MailHelper.CreateSingleEmail(new EmailAddress("a@loket.example"), new EmailAddress("b@bewoner.example"), "Onderwerp", "tekst", "tekst");
        return (await services.GetRequiredService<ISendGridClient>().SendEmailAsync(message)).StatusCode;
    }
}
