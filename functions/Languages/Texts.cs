namespace Initiatiefloket.Languages;

/// <summary>Names what people read in two languages: Dutch in the code, English in <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
