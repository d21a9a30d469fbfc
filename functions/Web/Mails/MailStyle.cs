namespace Initiatiefloket.Web;

internal static class MailStyle
{
    public const string Body = "background-color:#f1f4f9;margin:0;padding:8px";

    public const string Preheader = "display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;font-size:1px;line-height:1px";

    public const string Sheet =
        "background-color:#ffffff;border-top:6px solid #12326b;color:#1b2433;font-family:'Segoe UI',Helvetica,Arial,sans-serif;" +
        "font-size:17px;line-height:1.5;margin:0 auto;max-width:600px;overflow-wrap:anywhere;padding:24px";

    public const string Brand = "border-bottom:2px solid #c8102e;color:#12326b;font-size:19px;font-weight:bold;margin:0 0 16px;padding-bottom:12px";

    public const string Title = "color:#12326b;font-size:22px;line-height:1.3;margin:0 0 16px";

    public const string Text = "color:#1b2433";

    public const string Quiet = "border-top:1px solid #cdd5e1;color:#4d586a;font-size:15px;margin:32px 0 0;padding-top:16px";

    public const string Link = "color:#0b4da2";

    public const string Button =
        "background-color:#12326b;border:2px solid #12326b;border-radius:6px;color:#ffffff;display:inline-block;font-weight:bold;" +
        "padding:12px 24px;text-decoration:none";

    public const string SecondaryButton =
        "background-color:#ffffff;border:2px solid #12326b;border-radius:6px;color:#12326b;display:inline-block;font-weight:bold;" +
        "padding:12px 24px;text-decoration:none";

    /// <summary>Buttons beside each other, which wrap on a phone.</summary>
    public const string Row = "margin:16px 0 8px";

    /// <summary>Added to a button in a row: 44 px high or more (WCAG 2.5.5), and narrow enough for two on a phone of 360 px.</summary>
    public const string Beside = ";margin:0 4px 8px 0;padding:9px 16px";

    /// <summary>Added to a list of many lines.</summary>
    public const string Small = ";font-size:15px;line-height:1.3";

    /// <summary>A bar: with an edge, so that its end is seen where its lightest part looks like the sheet.</summary>
    public const string Bar = "border:1px solid #4d586a;border-collapse:collapse;table-layout:fixed";

    public const string BarCell = "font-size:1px;height:20px;line-height:20px;padding:0";

    public const string BarKey = "border:1px solid #4d586a;font-size:12px";

    public const string BarDark = "#12326b";

    public const string BarMiddle = "#7d97c9";

    public const string BarLight = "#e4eaf4";

    /// <summary>Where a mail program honours it, dark colours of our choice rather than colours turned round by a guess.</summary>
    public const string DarkMode = """
        @media (prefers-color-scheme: dark) {
          .mail-back { background-color: #0e1524 !important; }
          .mail-sheet { background-color: #182236 !important; border-top-color: #8fb4ff !important; }
          .mail-text { color: #f1f4f9 !important; }
          .mail-brand, .mail-title { color: #ffffff !important; }
          .mail-quiet { color: #c3ccdb !important; }
          .mail-link, .mail-text a:not([class]) { color: #8fb4ff !important; }
          .mail-bar-dark { background-color: #8fb4ff !important; }
          .mail-bar-middle { background-color: #4a6bab !important; }
          .mail-bar-light { background-color: #26324a !important; }
          .mail-button { background-color: #8fb4ff !important; border-color: #8fb4ff !important; color: #0e1524 !important; }
          .mail-button-secondary { background-color: #182236 !important; border-color: #8fb4ff !important; color: #8fb4ff !important; }
        }
        """;
}
