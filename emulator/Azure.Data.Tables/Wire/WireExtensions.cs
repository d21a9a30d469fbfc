namespace Azure.Data.Tables.Wire;

internal static class WireExtensions
{
    /// <summary>The result of a call with <c>async: false</c>, which is complete when it returns.</summary>
    internal static T Done<T>(this Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>The address without its last segment and query.</summary>
    internal static Uri Parent(this Uri address) => new(address, address.AbsolutePath.TrimEnd('/')[..^address.LastSegment().Length]);

    /// <summary>The last segment of the path.</summary>
    internal static string LastSegment(this Uri address) => address.Segments[^1].TrimEnd('/');
}
