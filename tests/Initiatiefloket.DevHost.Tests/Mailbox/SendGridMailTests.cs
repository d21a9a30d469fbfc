namespace Initiatiefloket.DevHost.Tests.Mailbox;

public sealed class SendGridMailTests
{
    private static readonly SendGridMail Good = new()
    {
        From = new("loket@oldenzaal.example"),
        Subject = "Uw aanvraag",
        Personalizations = [To("anna@example.nl")],
        Content = [new("text/plain", "Verder"), new("text/html", "<p>Verder</p>")],
    };

    [Fact]
    public void Refusals_OfAGoodMail_AreNone() => Assert.Empty(Good.Refusals());

    public static TheoryData<string, string> Wrong => new()
    {
        { "no recipients at all", "personalizations" }, { "nobody", "personalizations.0.to" }, { "no address", "personalizations.0.to.0.email" },
        { "unicode before the @", "personalizations.0.to.0.email" }, { "no domain", "personalizations.0.to.0.email" }, { "twice the same", "personalizations.0.to" },
        { "comma in a name", "personalizations.0.to.0.name" }, { "1001 recipients", "personalizations" }, { "no sender", "from.email" }, { "no subject", "subject" },
        { "reserved header", "headers" }, { "unicode in a header", "headers" }, { "no content", "content" }, { "empty content", "content.0.value" }, { "html first", "content" },
        { "11 categories", "categories" }, { "long arguments", "custom_args" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Refusals_WhenSomethingIsWrong_NameItsField(string what, string field) =>
        Assert.Equal(field, Assert.Single((what switch
        {
            "no recipients at all" => Good with { Personalizations = [] },
            "nobody" => Good with { Personalizations = [new()] },
            "no address" => Good with { Personalizations = [To("anna")] },
            "unicode before the @" => Good with { Personalizations = [To("zoë@example.nl")] },
            "no domain" => Good with { Personalizations = [To("anna@localhost")] },
            "twice the same" => Good with { Personalizations = [To("anna@example.nl", "Anna@example.nl")] },
            "comma in a name" => Good with { Personalizations = [new() { To = [new("anna@example.nl", "Jansen, Anna")] }] },
            "1001 recipients" => Good with { Personalizations = [To([.. Enumerable.Range(0, 1001).Select(number => $"a{number}@example.nl")])] },
            "no sender" => Good with { From = null },
            "no subject" => Good with { Subject = " " },
            "reserved header" => Good with { Headers = new() { ["reply-to"] = "x" } },
            "unicode in a header" => Good with { Headers = new() { ["X-Naam"] = "Zoë" } },
            "no content" => Good with { Content = [] },
            "empty content" => Good with { Content = [new("text/plain", "")] },
            "html first" => Good with { Content = [new("text/html", "<p>Verder</p>"), new("text/plain", "Verder")] },
            "11 categories" => Good with { Categories = [.. Enumerable.Range(0, 11).Select(number => $"{number}")] },
            "long arguments" => Good with { CustomArgs = new() { ["key"] = new('x', 10_000) } },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        }).Refusals()).Field);

    [Theory]
    [InlineData("anna.de-vries+loket@mail.example.nl", true)]
    [InlineData("a..b@example.nl", false)]
    [InlineData(".a@example.nl", false)]
    [InlineData("a.@example.nl", false)]
    [InlineData("\"a\"@example.nl", false)]
    [InlineData("a@-example.nl", false)]
    [InlineData("a@example.1", false)]
    public void Delivery_WhenTheApiAcceptsTheAddress_IsWhatAServerCouldTake(string email, bool expected)
    {
        Assert.Empty((Good with { Personalizations = [To(email)] }).Refusals());
        Assert.Equal(expected ? "delivered" : "dropped", Delivery.Of(email, hasBounced: _ => false).Event);
    }

    private static SendGridMail.Envelope To(params string[] emails) => new() { To = [.. emails.Select(email => new MailAddressee(email))] };
}
