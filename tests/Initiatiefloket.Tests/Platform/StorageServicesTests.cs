using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Initiatiefloket.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Platform;

public sealed class StorageServicesTests
{
    [Fact]
    public void Clients_AccountNameAndIdentity_AreThoseOfTheAccount() => AssertAt(
        ("https://floket.table.core.windows.net/", "https://floket.blob.core.windows.net/"),
        ("accountName", "floket"),
        ("credential", "managedidentity"),
        ("clientId", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"));

    [Fact]
    public void Clients_AddressesOfTheServices_GoBeforeTheName() => AssertAt(
        ("https://floket.table.private.example/", "https://floket.blob.private.example/"),
        ("accountName", "floket"),
        ("tableServiceUri", "https://floket.table.private.example"),
        ("blobServiceUri", "https://floket.blob.private.example"));

    [Theory]
    [InlineData("geheim")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=floket")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=floket;AccountKey=geen base64!;EndpointSuffix=core.windows.net")]
    public void AddStorage_WhatIsNoConnectionString_SaysWhichSettingAndWhatToDo(string connection)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection)]).Build();

        var wrong = Assert.Throws<SettingsException>(() => new ServiceCollection().AddStorage(configuration));

        Assert.StartsWith("AzureWebJobsStorage is no connection string", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(connection, wrong.Message, StringComparison.Ordinal);
    }

    private static void AssertAt((string Tables, string Blobs) expected, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => $"AzureWebJobsStorage:{setting.Name}", setting => (string?)setting.Value))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();

        Assert.Equal(
            expected,
            (services.GetRequiredService<TableServiceClient>().Uri.ToString(), services.GetRequiredService<BlobServiceClient>().Uri.ToString()));
    }
}
