namespace Initiatiefloket.Emulator.Tests.Surface;

/// <summary>A theory that needs the listing of the real packages; without that folder it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ListedApiTheoryAttribute : TheoryAttribute
{
    public ListedApiTheoryAttribute()
    {
        if (!Directory.Exists(RealApi.Folder))
        {
            Skip = "The listing of the real packages (../shared/api) is not here.";
        }
    }
}
