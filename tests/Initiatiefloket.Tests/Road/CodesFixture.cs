using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Road;

/// <summary>A town that forbids links in mail.</summary>
public sealed class CodesFixture : TownFixture
{
    private readonly PolicyDraft _policy = new(json => json["mail"]!["codesInsteadOfLinks"] = true);

    protected override string[] Settings => [$"--Policy:File={_policy.File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policy.Dispose();
    }
}
