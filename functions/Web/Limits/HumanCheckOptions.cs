using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Web;

/// <summary>Section <c>HumanCheck</c> of the settings.</summary>
public sealed class HumanCheckOptions
{
    public const string Section = "HumanCheck";

    /// <summary>Seconds that a person needs at least to fill in a form; 0 for tests, which need none.</summary>
    [Range(0, 60)]
    public double LeastSeconds { get; set; } = 2;
}
