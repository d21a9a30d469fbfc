namespace Initiatiefloket.Support;

/// <summary>Names the English texts of the pages and mails for neighbours who support an initiative.</summary>
public sealed class SupportTexts;
