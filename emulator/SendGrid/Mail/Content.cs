namespace SendGrid.Helpers.Mail;

/// <summary>A body of a mail.</summary>
public class Content
{
    /// <summary>An empty body.</summary>
    public Content()
    {
    }

    /// <summary>A body.</summary>
    /// <param name="type">Media type.</param>
    /// <param name="value">The text.</param>
    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>Media type.</summary>
    public string Type { get; set; }

    /// <summary>The text.</summary>
    public string Value { get; set; }
}
