using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that is told what became of its mails.</summary>
public sealed class MailEventsFixture : TownFixture
{
    internal EventSigner Signer { get; } = new();

    protected override string[] Settings => [$"--Mail:EventKey={Signer.PublicKey}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Signer.Dispose();
    }
}
