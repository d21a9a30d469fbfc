using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

internal sealed class DefaultDurableTaskClientProvider(IEnumerable<DefaultDurableTaskClientProvider.Registration> clients)
    : IDurableTaskClientProvider
{
    public DurableTaskClient GetClient(string? name = null)
    {
        name ??= Options.DefaultName;
        if (clients.FirstOrDefault(registration => registration.Client.Name == name) is { } found)
        {
            return found.Client;
        }

        var names = string.Join(", ", clients.Select(registration => $"\"{registration.Client.Name}\""));
        throw new ArgumentOutOfRangeException(
            nameof(name), name, $"The value of this argument must be in the set of available clients: [{names}].");
    }

    /// <summary>Keeps named clients out of the container's own DurableTaskClient, which is the default one.</summary>
    internal sealed class Registration(DurableTaskClient client) : IAsyncDisposable
    {
        public DurableTaskClient Client { get; } = client;

        public ValueTask DisposeAsync() => Client.DisposeAsync();
    }
}
