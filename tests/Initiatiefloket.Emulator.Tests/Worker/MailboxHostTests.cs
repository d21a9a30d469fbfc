using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Initiatiefloket.Mailbox;
using Initiatiefloket.Testing;
using Microsoft.Azure.Functions.Worker.Hosting;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class MailboxHostTests(AzuriteFixture azurite)
{
    private readonly int _port = FreePort.Find();

    [Fact]
    public async Task Mailbox_WithoutTheHost_TakesMailAndShowsIt()
    {
        await using var mailbox = Build();
        await mailbox.StartAsync();
        var client = new SendGridClient("local", $"http://localhost:{_port}/dev/sendgrid");

        var response = await client.SendEmailAsync(MailHelper.CreateSingleEmail(
            new EmailAddress("loket@oldenzaal.example"), new EmailAddress("alleen@example.nl"), "Uw aanvraag", "Verder", "<p>Verder</p>"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var http = new HttpClient();
        Assert.Contains("Uw aanvraag", await http.GetStringAsync(new Uri($"http://localhost:{_port}/dev/mail.json?to=alleen@example.nl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailbox_OnAPortThatIsTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();
        await using var mailbox = Build();

        var problem = await Assert.ThrowsAsync<HostStartException>(mailbox.StartAsync);

        Assert.Contains($"Port {_port} cannot be used", problem.Message, StringComparison.Ordinal);
    }

    private MailboxHost Build() =>
        MailboxHost.Build(["--port", _port.ToString(CultureInfo.InvariantCulture), "--AzureWebJobsStorage", azurite.ConnectionString]);
}
