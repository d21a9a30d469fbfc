namespace Initiatiefloket.Mail;

/// <summary>What became of a mail.</summary>
public enum Posted
{
    /// <summary>Accepted for delivery now.</summary>
    Now,

    /// <summary>It had been sent before.</summary>
    Before,

    /// <summary>The mail service refuses it for good, for example because the address is not one.</summary>
    Refused,
}
