using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Documents;

/// <summary>Section <c>Documents</c> of the settings.</summary>
public sealed class DocumentsOptions : IValidatableObject
{
    public const string Section = "Documents";

    /// <summary>Host on which ClamAV's daemon listens; empty for no virus scan.</summary>
    public string ClamAvHost { get; set; } = "";

    /// <summary>TCP port of ClamAV's daemon.</summary>
    [Range(1, 65535)]
    public int ClamAvPort { get; set; } = 3310;

    /// <summary>How long one scan may take, with connecting and sending, before the file is held for later.</summary>
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many held files one run of the timer scans at most.</summary>
    [Range(1, 1000)]
    public int ScansAtOnce { get; set; } = 25;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClamAvHost.Length > 0 && Uri.CheckHostName(ClamAvHost) == UriHostNameType.Unknown)
        {
            yield return new ValidationResult($"\"{ClamAvHost}\" is no host name; leave out scheme and port.", [nameof(ClamAvHost)]);
        }

        if (ScanTimeout <= TimeSpan.Zero || ScanTimeout > TimeSpan.FromMinutes(1))
        {
            yield return new ValidationResult("A scan may take more than nothing and at most a minute.", [nameof(ScanTimeout)]);
        }
    }
}
