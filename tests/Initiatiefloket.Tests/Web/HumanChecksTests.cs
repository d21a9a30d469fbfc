using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Web;

public sealed class HumanChecksTests
{
    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly HumanChecks _checks;

    public HumanChecksTests()
    {
        _checks = new HumanChecks(new EphemeralDataProtectionProvider(), _clock, Options.Create(new HumanCheckOptions()), AppTexts.Localizer);
    }

    [Fact]
    public void Look_AfterSomeSeconds_HasNoMessage()
    {
        var form = Form(_checks.Stamp(request: null));
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(Look(form));
    }

    [Fact]
    public void Look_AtOnce_AsksToPressAgain()
    {
        var form = Form(_checks.Stamp(request: null));
        _clock.Advance(TimeSpan.FromSeconds(1.9));

        Assert.StartsWith("Dat ging wel erg snel.", Assert.Single(Look(form)), StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_OfAFormThatComesBack_IsTheFirstOne()
    {
        var first = _checks.Stamp(request: null);
        var request = new DefaultHttpContext().Request;
        request.ContentType = "application/x-www-form-urlencoded";
        request.Form = Form(first);

        Assert.Equal(first, _checks.Stamp(request));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02T08:00:00Z")]
    public void Look_MomentThatIsNotOurs_AsksToPressAgain(string stamp) => Assert.Single(Look(Form(stamp)));

    [Fact]
    public void Look_HiddenFieldFilledIn_SaysSo()
    {
        var form = Form(_checks.Stamp(request: null), trap: "https://example.com");
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.StartsWith("Een verborgen veld was ingevuld", Assert.Single(Look(form)), StringComparison.Ordinal);
    }

    private List<string> Look(FormCollection form)
    {
        var errors = new FormErrors();
        _checks.Look(form, errors);
        return [.. errors.Select(error => error.Message)];
    }

    private static FormCollection Form(string stamp, string trap = "") => new(new Dictionary<string, StringValues>
    {
        [HumanChecks.ShownAtField] = stamp,
        [HumanChecks.TrapField] = trap,
    });
}
