namespace Initiatiefloket.Links;

/// <summary>Names the English texts of the pages and mails around personal links.</summary>
public sealed class LinksTexts;
