namespace SendGrid.Helpers.Mail;

/// <summary>What SendGrid may follow.</summary>
public class TrackingSettings
{
    /// <summary>Clicks.</summary>
    public ClickTracking ClickTracking { get; set; }

    /// <summary>Opening.</summary>
    public OpenTracking OpenTracking { get; set; }
}
