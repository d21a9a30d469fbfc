using System.ComponentModel.DataAnnotations;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Tests.Web;

public sealed class RateLimitsTests
{
    [Fact]
    public void WaitForForm_MoreThanAMinuteAllows_IsAWaitForThatSenderOnly()
    {
        using var limits = With(new RateLimitOptions { FormsPerMinute = 2 });

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.WaitForForm(From("203.0.113.1")) is null));
        Assert.InRange(limits.WaitForForm(From("203.0.113.1"))!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Null(limits.WaitForForm(From("203.0.113.2")));
    }

    [Fact]
    public void WaitForMail_OneAddressFromManySenders_IsAWait()
    {
        using var limits = With(new RateLimitOptions { MailsPerAddressPerHour = 2 });

        Assert.Equal([true, true, false], Enumerable.Range(1, 3).Select(sender => limits.WaitForMail(From($"203.0.113.{sender}"), "address") is null));
        Assert.Null(limits.WaitForMail(From("203.0.113.4"), "another"));
    }

    [Fact]
    public void WaitForSupportMail_SixtyNeighboursBehindOneAddressOfTheNetwork_GoOn()
    {
        using var limits = With(new RateLimitOptions());

        Assert.All(Enumerable.Range(0, 60), number => Assert.Null(limits.WaitForSupportMail("anna@bewoner.example", $"buur{number}@buren.example")));
    }

    [Fact]
    public void WaitForSupportMail_TooManyForOneApplicantOrToOneNeighbour_IsAWait()
    {
        using var limits = With(new RateLimitOptions { SupportMailsPerHour = 3, MailsPerAddressPerHour = 2 });

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.WaitForSupportMail("anna@bewoner.example", "buur@buren.example") is null));
        Assert.NotNull(limits.WaitForSupportMail("anna@bewoner.example", "ander@buren.example"));
        Assert.NotNull(limits.WaitForSupportMail("bert@bewoner.example", "buur@buren.example"));
        Assert.Null(limits.WaitForSupportMail("bert@bewoner.example", "ander@buren.example"));
    }

    [Fact]
    public void WaitForCode_AllSendersTogether_HaveALimitToo()
    {
        using var limits = With(new RateLimitOptions { CodesPerHour = 5, AllCodesPerHour = 7 });

        Assert.Equal(5, Enumerable.Range(0, 20).Count(_ => limits.WaitForCode(From("203.0.113.1")) is null));
        Assert.Equal(2, Enumerable.Range(0, 20).Count(number => limits.WaitForCode(From($"198.51.100.{number}")) is null));
    }

    [Fact]
    public void WaitForLink_AfterTooManyUnknownOnes_IsAWaitForThatSenderOnly()
    {
        using var limits = With(new RateLimitOptions { UnknownLinksPerHour = 2 });

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Null(limits.WaitForLink(From("203.0.113.1"))));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.WaitAfterUnknownLink(From("203.0.113.1")) is null));
        Assert.Equal(TimeSpan.FromMinutes(30), limits.WaitForLink(From("203.0.113.1")));
        Assert.Null(limits.WaitForLink(From("203.0.113.2")));
    }

    [Fact]
    public void WaitForForm_ThisMachineItself_NeverWaits()
    {
        using var limits = With(new RateLimitOptions { FormsPerMinute = 1 });

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(limits.WaitForForm(From(null))));
    }

    [Fact]
    public void Options_Nothing_IsNoLimit() =>
        Assert.Throws<ValidationException>(() => Validate(new RateLimitOptions { MailsPerHour = 0 }));

    private static void Validate(RateLimitOptions options) => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);

    private static RateLimits With(RateLimitOptions options) => new(Options.Create(options));

    private static DefaultHttpContext From(string? sender)
    {
        var http = new DefaultHttpContext();
        Sender.Remember(http, sender is null ? null : $$"""{"X-Forwarded-For":"{{sender}}"}""");
        return http;
    }
}
