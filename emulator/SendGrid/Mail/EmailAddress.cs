namespace SendGrid.Helpers.Mail;

/// <summary>An address with a name; two are equal when the addresses are, without case.</summary>
public class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>An empty address.</summary>
    public EmailAddress()
    {
    }

    /// <summary>An address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name to show.</param>
    public EmailAddress(string email, string name = null)
    {
        Email = email;
        Name = name;
    }

    /// <summary>The address.</summary>
    public string Email { get; set; }

    /// <summary>The name to show.</summary>
    public string Name { get; set; }

    /// <summary>Whether two addresses are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(EmailAddress left, EmailAddress right) => Equals(left, right);

    /// <summary>Whether two addresses differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(EmailAddress left, EmailAddress right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(EmailAddress other) =>
        other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as EmailAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => Email is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Email);
}
