namespace Initiatiefloket.Languages;

/// <summary>Marks functions whose pages a resident can read in English as well.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TwoLanguagesAttribute : Attribute;
