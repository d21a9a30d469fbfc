using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Data protection keys in Blob storage, a blob each and sealed (<see cref="KeySealer"/>), so that a form rendered by one instance can be posted to another.
/// </summary>
internal sealed class BlobKeys(BlobContainerClient container) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. container.GetBlobs(BlobTraits.None, BlobStates.None, prefix: null, CancellationToken.None).Select(blob => Read(blob.Name))];

    public void StoreElement(XElement element, string friendlyName) =>
        container.GetBlobClient($"{friendlyName}.xml").Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: true);

    private XElement Read(string name) => XElement.Parse(container.GetBlobClient(name).DownloadContent().Value.Content.ToString());
}
