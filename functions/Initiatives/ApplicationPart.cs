namespace Initiatiefloket.Initiatives;

/// <summary>The part of the application that a question is about.</summary>
public enum ApplicationPart
{
    /// <summary>The application as a whole, or something that the form does not ask.</summary>
    Whole,

    /// <summary>What it is and why it is needed.</summary>
    Plan,

    /// <summary>Part of town, and the place in it.</summary>
    Place,

    /// <summary>From when until when.</summary>
    When,

    /// <summary>Whom it is for.</summary>
    ForWhom,

    /// <summary>For how many people.</summary>
    Participants,

    /// <summary>Who helps.</summary>
    Partners,

    /// <summary>The lines of the budget, and money from elsewhere.</summary>
    Costs,

    /// <summary>The amount asked.</summary>
    Asked,

    /// <summary>What was sent along.</summary>
    Documents,
}
