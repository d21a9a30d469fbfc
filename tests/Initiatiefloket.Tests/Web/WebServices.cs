using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Web;

/// <summary>The services of a page in a test: a municipality, and keys in memory or in a storage account that does not answer.</summary>
internal static class WebServices
{
    public static Municipality Oldenzaal { get; } = new()
    {
        Name = "gemeente Oldenzaal",
        College = "het college van burgemeester en wethouders van Oldenzaal",
        Council = "de gemeenteraad van Oldenzaal",
        Address = ["Ganzenmarkt 1", "7571 CD Oldenzaal"],
        Email = "bewonersinitiatief@oldenzaal.example",
        Phone = "14 0541",
        Website = new Uri("https://oldenzaal.example/"),
        SignedAt = "Oldenzaal",
        Accessibility = new AccessibilityStatement
        {
            Status = AccessibilityStatus.FirstMeasures,
            StatedOn = new DateOnly(2026, 11, 29),
            SignedBy = "gemeentesecretaris",
            Reports = [],
            Gaps = [],
        },
        Coordinator = new Coordinator("Marloes Wolbers", "coordinator@oldenzaal.example", new Substitute("Gerda Brookhuis", "gemeentesecretaris@oldenzaal.example")),
    };

    public static IServiceCollection AddWebWithKeysInMemory(this IServiceCollection services) => services
        .AddWebWithoutStorage()
        .PostConfigure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory());

    /// <summary>Nothing listens on port 1.</summary>
    public static IServiceCollection AddWebWithoutStorage(this IServiceCollection services)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(2), Mode = RetryMode.Fixed } };
        return services
            .AddLogging()
            .AddSingleton(Oldenzaal)
            .AddSingleton(AppStorage.Seal)
            .AddSingleton(provider => new KeyedHash(provider.GetRequiredService<BlobServiceClient>(), AppStorage.Seal, Options.Create(new KeysOptions())))
            .AddSingleton(new BlobServiceClient(new Uri("http://127.0.0.1:1/account"), options))
            .AddWeb();
    }

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly List<XElement> _keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

        public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
    }
}
