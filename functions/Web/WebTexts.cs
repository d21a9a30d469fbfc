namespace Initiatiefloket.Web;

/// <summary>Names the English texts of the shared parts of pages.</summary>
public sealed class WebTexts;
