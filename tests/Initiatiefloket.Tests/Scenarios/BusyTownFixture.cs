namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town with small limits, where a form takes two seconds at least.</summary>
public sealed class BusyTownFixture : TownFixture
{
    protected override string[] Settings =>
    [
        "--HumanCheck:LeastSeconds=2",
        "--RateLimits:FormsPerMinute=8",
        "--RateLimits:MailsPerAddressPerHour=2",
        "--RateLimits:CodesPerHour=3",
    ];
}
