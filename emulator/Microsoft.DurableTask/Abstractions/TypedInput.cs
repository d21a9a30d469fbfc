namespace Microsoft.DurableTask;

/// <summary>How the untyped input of a task becomes the typed one: no input is the default value.</summary>
internal static class TypedInput
{
    public static T Read<T>(object? input) => input switch
    {
        T typed => typed,
        null => default!,
        _ => throw new ArgumentException($"Input type '{input.GetType()}' does not match expected type '{typeof(T)}'."),
    };
}
