namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>
/// How the input of an activity travels: as the only element of a list, without the list's brackets. So no input is the text
/// "null" and not an absent one, as it is with the real worker.
/// </summary>
internal static class ActivityInput
{
    public static string? Write(DataConverter converter, object? input)
    {
        var list = converter.Serialize(new[] { input });
        return list is ['[', .., ']'] ? list[1..^1] : list;
    }
}
