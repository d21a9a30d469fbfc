namespace Initiatiefloket.Tests.Infra;

/// <summary>A named piece of Bicep source: an output, a reference to a module, or a property with its path.</summary>
internal sealed record BicepText(string Path, string Value);
