using System.ComponentModel.DataAnnotations;
using Initiatiefloket.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Documents;

public sealed class DocumentsOptionsTests
{
    [Theory]
    [InlineData("", 3310, 10, true)]
    [InlineData("clamav", 3310, 10, true)]
    [InlineData("10.0.0.4", 3310, 10, true)]
    [InlineData("tcp://clamav:3310", 3310, 10, false)]
    [InlineData("clamav", 0, 10, false)]
    [InlineData("clamav", 3310, 0, false)]
    [InlineData("clamav", 3310, 3600, false)]
    public void Options_AtStart_AreChecked(string host, int port, int seconds, bool isGood)
    {
        var scanner = host.Length == 0 ? DocumentsOptions.None : DocumentsOptions.Clamd;
        var options = new DocumentsOptions { VirusScanner = scanner, ClamAvHost = host, ClamAvPort = port, ScanTimeout = TimeSpan.FromSeconds(seconds) };

        Assert.Equal(isGood, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    [Theory]
    [InlineData("", "", "Documents__VirusScanner says what scans documents for viruses: set it to \"clamd\", with its host in Documents__ClamAvHost, or to \"none\" (docs/deploy.md).")]
    [InlineData("Clamav", "scanner", "Documents__VirusScanner says what scans documents for viruses: set it to \"clamd\", with its host in Documents__ClamAvHost, or to \"none\" (docs/deploy.md).")]
    [InlineData("clamd", "", "Documents__ClamAvHost names the host of a virus scanner: set it with Documents__VirusScanner \"clamd\", and leave it empty with \"none\".")]
    [InlineData("none", "scanner", "Documents__ClamAvHost names the host of a virus scanner: set it with Documents__VirusScanner \"clamd\", and leave it empty with \"none\".")]
    public async Task Start_WithoutTheChoiceOfAScanner_SaysInOneSentenceWhatToSet(string scanner, string host, string sentence)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Documents:VirusScanner"] = scanner, ["Documents:ClamAvHost"] = host });
        builder.Services.AddDocuments(builder.Configuration);
        using var app = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.EndsWith($"'{sentence}'.", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }
}
