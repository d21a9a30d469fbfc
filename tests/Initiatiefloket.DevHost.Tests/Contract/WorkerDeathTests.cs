using Initiatiefloket.DevHost.Probe.Durable;

namespace Initiatiefloket.DevHost.Tests.Contract;

/// <summary>
/// A worker that dies during an activity. Azure's host tells the extension, and that takes the activity for failed: the orchestrator sees error type
/// <c>Microsoft.Azure.WebJobs.Host.FunctionInvocationException</c>, message <c>Exception while executing function: Functions.(name)</c>, inside it
/// <c>Microsoft.Azure.WebJobs.Script.Workers.WorkerProcessExitException</c>, <c>dotnet exited with code 137 (0x89)</c> (extension issues 2486, 2788, 2939). The local
/// host asks the next worker instead.
/// </summary>
[Collection(nameof(OnTheRealExtension))]
public sealed class WorkerDeathTests(OnTheRealExtension backEnd) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mortal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Activity_WhenItsWorkerDies_IsDoneByTheNext()
    {
        Assert.Equal("done by the next worker", (await backEnd.RunAsync(nameof(Mortal), Path.Combine(_folder.FullName, "died"))).ReadOutputAs<string>());
    }
}
