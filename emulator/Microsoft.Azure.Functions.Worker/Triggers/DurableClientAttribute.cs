using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds a parameter of type <c>DurableTaskClient</c>.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Another task hub than host.json's; the emulated host has only that one.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Another storage connection than <c>AzureWebJobsStorage</c>; the emulated host has only that one.</summary>
    public string? ConnectionName { get; set; }
}
