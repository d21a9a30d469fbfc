namespace Initiatiefloket.Terms;

/// <summary>The term in which the applicant may object to a decision.</summary>
public static class Objection
{
    /// <summary>
    /// The last day to object: the term runs from the day after the decision was announced (Awb 6:8), and moves off weekends and holidays
    /// (Algemene termijnenwet 1).
    /// </summary>
    /// <param name="announcedOn">Day on which the decision was sent or handed over (Awb 3:41), not the day it was taken.</param>
    /// <param name="term">Six weeks (Awb 6:7).</param>
    /// <param name="workingDays">The calendar.</param>
    public static DateOnly LastDay(DateOnly announcedOn, Term term, WorkingDays workingDays) =>
        term.LastDay(announcedOn, workingDays, TermOrigin.Law);
}
