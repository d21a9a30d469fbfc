using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A town that asks questions of its own.</summary>
public sealed class OwnQuestionsFixture : TownFixture
{
    private readonly List<PolicyDraft> _policies = [new(OwnQuestions.AddTo)];

    protected override string[] Settings => [$"--Policy:File={_policies[0].File}"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _policies.ForEach(policy => policy.Dispose());
    }
}
