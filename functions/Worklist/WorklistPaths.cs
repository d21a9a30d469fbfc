namespace Initiatiefloket.Worklist;

/// <summary>Addresses below the coordinator's overview, and fields of the list's form.</summary>
public static class WorklistPaths
{
    /// <summary>Opens a case; the overview does that.</summary>
    public const string Case = "zaak";

    /// <summary>What is done with several cases at once.</summary>
    public const string Together = "samen";

    /// <summary>Does it.</summary>
    public const string CarryOut = "uitvoeren";

    /// <summary>The list as a file.</summary>
    public const string File = "lijst.csv";

    /// <summary>The money of each year.</summary>
    public const string Pot = "pot";

    /// <summary>An application that came on paper or by telephone.</summary>
    public const string Intake = "invoeren";

    /// <summary>The cases that were ticked.</summary>
    public const string CaseField = "zaak";

    /// <summary>All cases on the page: they are meant when none was ticked.</summary>
    public const string OnPageField = "pagina";

    /// <summary>What is done: <see cref="HandOver"/> or <see cref="Extend"/>.</summary>
    public const string ActField = "doe";

    /// <summary>Who gives places away.</summary>
    public const string FromField = "van";

    /// <summary>Who gets them.</summary>
    public const string ToField = "naar";

    /// <summary>Why the applicants wait longer.</summary>
    public const string ReasonField = "reden";

    /// <summary>The list as it was asked, to come back to.</summary>
    public const string ListField = "lijst";

    public const string HandOver = "overdragen";
    public const string Extend = "verlengen";
}
