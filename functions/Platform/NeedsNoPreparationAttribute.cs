namespace Initiatiefloket.Platform;

/// <summary>For functions that touch no storage: they answer before the app is prepared (<see cref="ReadinessAwaited"/>), also while storage is out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsNoPreparationAttribute : Attribute;
