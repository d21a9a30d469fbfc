namespace Initiatiefloket.Documents;

/// <summary>How a browser is to take a document.</summary>
public enum DocumentView
{
    /// <summary>To be saved. The default for everybody: nothing in it runs in the browser.</summary>
    Download,

    /// <summary>To be seen in the browser, where its kind can be (PDF and images); otherwise to be saved.</summary>
    Inline,
}
