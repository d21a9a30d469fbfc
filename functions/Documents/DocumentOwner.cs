namespace Initiatiefloket.Documents;

/// <summary>What documents are attached to: a draft, an application, or an answer to one question about it.</summary>
/// <param name="Case">Id of the draft, or reference of the initiative: what is removed together. No <c>/ \ # ?</c> and no control characters.</param>
/// <param name="Part">Which part of it; the same signs are not allowed.</param>
public sealed record DocumentOwner(string Case, string Part)
{
    private const string Application = "application";

    /// <summary>The step "documenten" of a form that was not sent yet.</summary>
    public static DocumentOwner OfDraft(string draftId) => new(draftId, Application);

    /// <summary>An application that was sent.</summary>
    public static DocumentOwner OfApplication(string initiativeId) => new(initiativeId, Application);
}
