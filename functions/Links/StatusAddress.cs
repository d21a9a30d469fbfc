namespace Initiatiefloket.Links;

/// <summary>Addresses of the applicant's own pages, behind the link to the status page.</summary>
public static class StatusAddress
{
    /// <summary>First part of the routes of all of them.</summary>
    public const string Route = LinkPaths.Status + "/{token}";

    public const string Answer = "antwoord";
    public const string Letter = "brief";
    public const string Pdf = "pdf";
    public const string Translation = "vertaling";
    public const string Contact = "gegevens";
    public const string Mails = "mails";
    public const string File = "dossier";
    public const string Document = "document";
    public const string Part = "deel";
    public const string Withdraw = "intrekken";
    public const string Again = "opnieuw";

    /// <summary>The status page itself.</summary>
    public static string Of(string token) => LinkPaths.AddressOf(LinkPurpose.Status, token);

    /// <summary>One of the pages behind it.</summary>
    public static string Of(string token, string page) => $"{Of(token)}/{page}";
}
