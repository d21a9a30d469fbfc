namespace Initiatiefloket.Documents;

/// <summary>Why a file is not taken.</summary>
public enum DocumentProblem
{
    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It has more bytes than the policy allows.</summary>
    TooLarge,

    /// <summary>There are as many documents as the policy allows.</summary>
    TooMany,

    /// <summary>It is not a kind that we take.</summary>
    UnknownKind,

    /// <summary>Its name promises a kind that we take, its content is another.</summary>
    NotWhatItSays,

    /// <summary>A photo as iPhones make them, which most browsers do not show.</summary>
    Heic,

    /// <summary>A file of Office 2003 or older.</summary>
    OldOffice,

    /// <summary>It ends too early or is put together wrongly.</summary>
    Damaged,

    /// <summary>It is of two kinds at once; whoever opens it decides what it is.</summary>
    TwoKinds,

    /// <summary>It holds macros or other programs.</summary>
    Macros,

    /// <summary>It cannot be read without a password.</summary>
    Encrypted,

    /// <summary>It unpacks to far more than its size (a "zip bomb").</summary>
    UnpacksTooLarge,

    /// <summary>It is an image of more pixels than any camera makes.</summary>
    TooManyPixels,

    /// <summary>The virus scanner found something.</summary>
    Infected,
}
