using System.Text.RegularExpressions;

namespace Initiatiefloket.Web;

/// <summary>The HTML id that belongs to a form field's name, so that the error summary can link to the field.</summary>
public static partial class FieldId
{
    /// <summary><c>costs[0].amount</c> becomes <c>costs-0-amount</c>.</summary>
    public static string Of(string name) => NotInAnId().Replace(name, "-").Trim('-');

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInAnId();
}
