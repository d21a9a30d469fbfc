using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Worker;

namespace Microsoft.DurableTask.Engine.History;

/// <summary>A failure as it is stored. <see cref="TaskFailureDetails"/> is what users see of it.</summary>
internal sealed record Failure(string Type, string Message, string? Stack = null, Failure? Inner = null, JsonObject? Properties = null)
{
    /// <summary>Whether trying again is useless, such as for a task that does not exist.</summary>
    public bool IsFinal { get; init; }

    public static Failure From(Exception exception, IExceptionPropertiesProvider? provider) => exception is TaskFailedException failed
        ? Create(failed, From(failed.FailureDetails), failed.FailureDetails.Properties)
        : Create(
            exception,
            exception.InnerException is { } inner ? From(inner, provider) : null,
            PropertiesOf(exception, provider));

    public static Failure Parse(string text) => JsonSerializer.Deserialize<Failure>(text)!;

    public string Write() => JsonSerializer.Serialize(this);

    public TaskFailureDetails ToDetails() =>
        new(Type, Message, Stack, Inner?.ToDetails(), Properties is null ? null : FailureProperties.Read(Properties));

    private static IDictionary<string, object?>? PropertiesOf(Exception exception, IExceptionPropertiesProvider? provider)
    {
        try
        {
            return provider?.GetExceptionProperties(exception);
        }
        catch (Exception own)
        {
            // The app's provider broke; the failure that it was asked about must not get lost by that.
            return new Dictionary<string, object?> { [provider!.GetType().Name] = own.Message };
        }
    }

    private static Failure From(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is { } inner ? From(inner) : null,
        FailureProperties.Write(details.Properties));

    private static Failure Create(Exception exception, Failure? inner, IDictionary<string, object?>? properties) => new(
        exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, FailureProperties.Write(properties));
}
