namespace Initiatiefloket.Tests.Road;

/// <summary>A moment to kill the app: at a write of its storage.</summary>
/// <param name="Place">Table or container that is written to.</param>
/// <param name="Number">Which write, counted from 1 over all starts of the app.</param>
/// <param name="IsStored">True: storage carries it out, and the app never hears. False: storage never gets it.</param>
internal sealed record Moment(string Place, int Number, bool IsStored);
