namespace Microsoft.DurableTask.Worker;

/// <summary>Adds properties of exceptions to the details of a failure. Register one as a service.</summary>
public interface IExceptionPropertiesProvider
{
    /// <summary>The properties to keep, or null for none. Texts, numbers, booleans, dates, lists and dictionaries survive storage.</summary>
    IDictionary<string, object?>? GetExceptionProperties(Exception exception);
}
