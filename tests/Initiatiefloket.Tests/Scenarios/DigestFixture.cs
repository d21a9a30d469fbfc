using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town whose mail goes over a wire that the test can cut.</summary>
public sealed class DigestFixture : TownFixture
{
    // No other mail of a Monday counts among those that the test lets through.
    private readonly List<PolicyDraft> _policies = [new(json => json["mail"]!["overviewWeekly"] = false)];
    private Wire _wire = null!;
    private int _mailsUntilCut = int.MaxValue;

    protected override string[] Settings => [$"--Mail:ApiHost={_wire.Address}dev/sendgrid", $"--Policy:File={_policies[0].File}"];

    public override async Task InitializeAsync()
    {
        _wire = await Wire.StartAsync(before: _ => Interlocked.Decrement(ref _mailsUntilCut) >= 0, after: _ => true);
        await base.InitializeAsync();
        _wire.Service = Host.Address;
    }

    /// <summary>Lets some more mails through; after them the mail service does not answer.</summary>
    public void CutAfter(int mails) => Interlocked.Exchange(ref _mailsUntilCut, mails);

    /// <summary>The mail service answers again.</summary>
    public void Mend() => CutAfter(int.MaxValue);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _wire.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
