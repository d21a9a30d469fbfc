using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review.Advising;

/// <summary>A note of somebody who decides, for colleagues on the case; the applicant does not read it.</summary>
/// <param name="By">Who wrote it (<see cref="Initiatives.Actor"/>).</param>
/// <param name="At">When.</param>
/// <param name="Text">What it says.</param>
public sealed record Note(Actor By, DateTimeOffset At, string Text)
{
    /// <summary>Longest note.</summary>
    public const int LongestText = 2000;
}
