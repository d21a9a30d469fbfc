namespace SendGrid.Helpers.Mail;

/// <summary>Whether SendGrid rewrites links to count clicks.</summary>
public class ClickTracking
{
    /// <summary>In HTML.</summary>
    public bool? Enable { get; set; }

    /// <summary>In plain text.</summary>
    public bool? EnableText { get; set; }
}
