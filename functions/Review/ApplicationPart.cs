namespace Initiatiefloket.Review;

/// <summary>The part of the application that a question is about.</summary>
public enum ApplicationPart
{
    /// <summary>The application as a whole, or something that the form does not ask.</summary>
    Whole,

    /// <summary>What it is and why it is needed.</summary>
    Plan,

    /// <summary>Part of town.</summary>
    Place,

    /// <summary>When it takes place.</summary>
    Start,

    /// <summary>For how many people.</summary>
    Participants,

    /// <summary>The lines of the budget.</summary>
    Costs,

    /// <summary>The amount asked.</summary>
    Asked,
}
