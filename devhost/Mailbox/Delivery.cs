namespace Initiatiefloket.DevHost;

/// <summary>What became of a mail for one recipient.</summary>
/// <param name="Email">The recipient.</param>
/// <param name="Event">delivered; bounced or blocked by the receiving server; dropped before that.</param>
/// <param name="Reason">Why not delivered, in SendGrid's words.</param>
internal sealed record Delivery(string Email, string Event, string? Reason = null)
{
    /// <summary>
    /// SendGrid accepts a mail and drops it afterwards for an address that is not valid, or one on its suppression lists. How an address behaves here says a
    /// tag in it: anna+bounce@, +block@ (for now only), +spam@ and +unsubscribe@ (the reader said so earlier).
    /// </summary>
    /// <param name="email">An address that the API accepts.</param>
    /// <param name="hasBounced">Whether an earlier mail to an address bounced: SendGrid sends none there any more.</param>
    public static Delivery Of(string email, Func<string, bool> hasBounced) => email[..email.LastIndexOf('@')].Split('+')[^1] switch
    {
        _ when !SendGridRules.CanBeDelivered(email) => new(email, "dropped", "Invalid"),
        _ when hasBounced(email) => new(email, "dropped", "Bounced Address"),
        "bounce" => new(email, "bounced", "550 5.1.1 The email account that you tried to reach does not exist."),
        "block" => new(email, "blocked", "554 5.7.1 The message was refused for the address that it came from."),
        "spam" => new(email, "dropped", "Spam Reporting Address"),
        "unsubscribe" => new(email, "dropped", "Unsubscribed Address"),
        _ => new(email, "delivered"),
    };
}
