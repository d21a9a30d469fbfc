using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>The binding of the durable extension by its name, for a parameter that takes what the host hands over instead of a client made of it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute;
