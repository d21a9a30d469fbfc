namespace SendGrid.Helpers.Mail;

/// <summary>Whether SendGrid adds an invisible picture to see who opens the mail.</summary>
public class OpenTracking
{
    /// <summary>Whether it does.</summary>
    public bool? Enable { get; set; }

    /// <summary>Where in the HTML the picture goes.</summary>
    public string SubstitutionTag { get; set; }
}
