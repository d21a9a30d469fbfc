using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Emulator.Tests.Tables;

public sealed class ConnectionStringTests
{
    private const string Key = "QUJD";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("usedevelopmentstorage=true;DevelopmentStorageProxyUri=http://azurite", "http://azurite:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=stoldenzaal;AccountKey={Key};EndpointSuffix=core.windows.net", "https://stoldenzaal.table.core.windows.net/", "stoldenzaal")]
    [InlineData($"AccountName=stoldenzaal;AccountKey={Key}", "https://stoldenzaal.table.core.windows.net/", "stoldenzaal")]
    [InlineData($"AccountName=acc;AccountKey={Key};TableEndpoint=http://localhost:4002/acc;", "http://localhost:4002/acc", "acc")]
    [InlineData("TableEndpoint=https://stoldenzaal.table.core.windows.net;SharedAccessSignature=sv=2020&sig=abc", "https://stoldenzaal.table.core.windows.net/", "stoldenzaal")]
    public void Client_ByConnectionString_KnowsAddressAndAccount(string text, string address, string account)
    {
        var service = new TableServiceClient(text);

        Assert.Equal((address, account), (service.Uri.ToString(), service.AccountName));
    }

    [Theory]
    [InlineData("AccountName=acc")]
    [InlineData($"AccountKey={Key}")]
    [InlineData("nonsense")]
    public void Client_ConnectionStringIsNotComplete_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(text));

    [Fact]
    public void Client_ByAddressWithSignature_KnowsItsTable()
    {
        var table = new TableClient(new Uri("http://127.0.0.1:10002/devstoreaccount1/Cases"), new AzureSasCredential("sv=2020&sig=abc"));

        Assert.Equal(("Cases", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/Cases"), (table.Name, table.AccountName, table.Uri.ToString()));
    }
}
