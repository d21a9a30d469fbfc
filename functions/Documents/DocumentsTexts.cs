namespace Initiatiefloket.Documents;

/// <summary>Names the texts of this folder: Dutch in the code, English in <c>DocumentsTexts.en.resx</c>.</summary>
public sealed class DocumentsTexts;
