using System.ComponentModel.DataAnnotations;

namespace Initiatiefloket.Documents;

/// <summary>Section <c>Documents</c> of the settings.</summary>
public sealed class DocumentsOptions : IValidatableObject
{
    public const string Section = "Documents";

    /// <summary>A virus scanner: ClamAV's daemon.</summary>
    public const string Clamd = "clamd";

    /// <summary>No virus scanner: documents say that they were not scanned.</summary>
    public const string None = "none";

    /// <summary>
    /// What scans documents for viruses: <see cref="Clamd"/> or <see cref="None"/>. There is no default, so that nobody goes without one unawares.
    /// </summary>
    public string VirusScanner { get; set; } = "";

    /// <summary>Host on which ClamAV's daemon listens; empty without one.</summary>
    public string ClamAvHost { get; set; } = "";

    /// <summary>TCP port of ClamAV's daemon.</summary>
    [Range(1, 65535)]
    public int ClamAvPort { get; set; } = 3310;

    /// <summary>How long one scan may take, with connecting and sending, before the file is held for later.</summary>
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many held files one run of the timer scans at most.</summary>
    [Range(1, 1000)]
    public int ScansAtOnce { get; set; } = 25;

    /// <summary>How often a file is tried that the scanner cannot look at while it is awake.</summary>
    [Range(1, 100)]
    public int ScanTries { get; set; } = 5;

    /// <summary>Whether there is a virus scanner.</summary>
    internal bool HasScanner => VirusScanner == Clamd;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VirusScanner is not (Clamd or None))
        {
            yield return new ValidationResult(
                "Documents__VirusScanner says what scans documents for viruses: set it to \"clamd\", with its host in Documents__ClamAvHost, or to \"none\" (docs/deploy.md).",
                [nameof(VirusScanner)]);
        }
        else if (HasScanner == (ClamAvHost.Length == 0))
        {
            yield return new ValidationResult(
                "Documents__ClamAvHost names the host of a virus scanner: set it with Documents__VirusScanner \"clamd\", and leave it empty with \"none\".", [nameof(ClamAvHost)]);
        }

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
