namespace Initiatiefloket.Web;

internal static class MailStyle
{
    public const string Preheader = "display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;font-size:1px;line-height:1px";

    public const string Paragraph = "margin:0 0 16px;white-space:pre-line";

    public const string List = "margin:0 0 16px;padding:0 0 0 24px";

    public const string Item = "margin:0 0 4px;padding:0 0 0 4px";

    /// <summary>Buttons beside each other, which wrap on a phone.</summary>
    public const string Row = "margin:16px 0 8px";

    /// <summary>Added to a button in a row: 44 px high or more (WCAG 2.5.5), and narrow enough for two on a phone of 360 px.</summary>
    public const string Beside = ";margin:0 4px 8px 0;padding:9px 16px";

    /// <summary>For what must stay on one line, such as a date.</summary>
    public const string Whole = "white-space:nowrap";

    /// <summary>Added to a list of many lines.</summary>
    public const string Small = ";font-size:15px;line-height:1.3";

    public const string BarCell = "font-size:1px;height:20px;line-height:20px;padding:0";

    public static readonly string Body = $"background-color:{HouseStyle.Surface};margin:0;padding:8px";

    public static readonly string Sheet =
        $"background-color:{HouseStyle.Page};border-top:6px solid {HouseStyle.Brand};color:{HouseStyle.Text};font-family:'Segoe UI',Helvetica,Arial,sans-serif;" +
        "font-size:17px;line-height:1.5;margin:0 auto;max-width:600px;overflow-wrap:anywhere;padding:24px 16px";

    public static readonly string Brand =
        $"border-bottom:2px solid {HouseStyle.Accent};color:{HouseStyle.Brand};font-size:18px;font-weight:bold;margin:0 0 16px;padding-bottom:12px";

    public static readonly string Title = $"color:{HouseStyle.Brand};font-size:20px;line-height:1.3;margin:0 0 16px";

    public static readonly string Text = $"color:{HouseStyle.Text}";

    public static readonly string Quiet = $"border-top:1px solid {HouseStyle.Line};color:{HouseStyle.TextQuiet};font-size:15px;margin:32px 0 0;padding-top:16px";

    public static readonly string Quote = $"margin:0 0 16px;padding-left:12px;border-left:4px solid {HouseStyle.Line};white-space:pre-line";

    public static readonly string Link = $"color:{HouseStyle.Link}";

    public static readonly string Button = ButtonOf(HouseStyle.Brand, HouseStyle.OnBrand);

    public static readonly string SecondaryButton = ButtonOf(HouseStyle.Page, HouseStyle.Brand);

    /// <summary>A bar: with an edge, so that its end is seen where its lightest part looks like the sheet.</summary>
    public static readonly string Bar = $"border:1px solid {HouseStyle.TextQuiet};border-collapse:collapse;table-layout:fixed";

    public static readonly string BarDark = HouseStyle.Brand;

    public static readonly string BarMiddle = HouseStyle.ChartMiddle;

    public static readonly string BarLight = HouseStyle.ChartLight;

    public static readonly string BarKey = $"border:1px solid {HouseStyle.TextQuiet};font-size:12px";

    /// <summary>Where a mail program honours it, dark colours of our choice rather than colours turned round by a guess.</summary>
    public static readonly string DarkMode = $$"""
        @media (prefers-color-scheme: dark) {
          .mail-back { background-color: {{HouseStyle.DarkPage}} !important; }
          .mail-sheet { background-color: {{HouseStyle.DarkSurface}} !important; border-top-color: {{HouseStyle.DarkLink}} !important; }
          .mail-text { color: {{HouseStyle.DarkText}} !important; }
          .mail-brand, .mail-title { color: {{HouseStyle.DarkBrand}} !important; }
          .mail-quiet { color: {{HouseStyle.DarkTextQuiet}} !important; }
          .mail-link, .mail-text a:not([class]) { color: {{HouseStyle.DarkLink}} !important; }
          .mail-button { background-color: {{HouseStyle.DarkLink}} !important; border-color: {{HouseStyle.DarkLink}} !important; color: {{HouseStyle.DarkPage}} !important; }
          .mail-button-secondary { background-color: {{HouseStyle.DarkSurface}} !important; border-color: {{HouseStyle.DarkLink}} !important; color: {{HouseStyle.DarkLink}} !important; }
          .mail-bar-dark { background-color: {{HouseStyle.DarkLink}} !important; }
          .mail-bar-middle { background-color: {{HouseStyle.DarkChartMiddle}} !important; }
          .mail-bar-light { background-color: {{HouseStyle.DarkChartLight}} !important; }
        }
        """;

    private static string ButtonOf(string background, string text) =>
        $"background-color:{background};border:2px solid {HouseStyle.Brand};border-radius:6px;color:{text};display:inline-block;font-weight:bold;" +
        "padding:12px 24px;text-decoration:none";
}
