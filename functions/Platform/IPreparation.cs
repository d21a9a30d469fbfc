namespace Initiatiefloket.Platform;

/// <summary>Something that must be done before functions run. It may be done twice: after an outage all is done again.</summary>
public interface IPreparation
{
    /// <summary>Does it. Any failure but an outage is final.</summary>
    Task PrepareAsync(CancellationToken cancellation);
}
