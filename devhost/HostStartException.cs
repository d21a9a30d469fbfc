namespace Initiatiefloket.DevHost;

/// <summary>Why the host cannot start or go on, in one line for the developer who reads the console.</summary>
internal sealed class HostStartException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
