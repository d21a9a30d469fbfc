namespace SendGrid.Helpers.Mail;

/// <summary>A file sent along.</summary>
public class Attachment
{
    /// <summary>The file in base 64.</summary>
    public string Content { get; set; }

    /// <summary>Media type.</summary>
    public string Type { get; set; }

    /// <summary>File name.</summary>
    public string Filename { get; set; }

    /// <summary><c>attachment</c> (default) or <c>inline</c>.</summary>
    public string Disposition { get; set; }

    /// <summary>Id by which the HTML refers to an inline file.</summary>
    public string ContentId { get; set; }
}
