namespace Initiatiefloket.Web;

internal static class LetterStyle
{
    /// <summary>Goes into the letter itself: one that is stored does not change with the site.</summary>
    public static readonly string Css = $$"""
        body { background: {{HouseStyle.Surface}}; color: {{HouseStyle.Text}}; font: 1rem/1.6 "Segoe UI", system-ui, "Noto Sans", "Liberation Sans", sans-serif; margin: 0; overflow-wrap: break-word; }
        main { background: {{HouseStyle.Page}}; border-top: 0.5rem solid {{HouseStyle.Brand}}; box-sizing: border-box; margin: 0 auto; max-width: 48rem; padding: 2rem clamp(1rem, 6vw, 4.5rem) 3rem; }
        header { border-bottom: 2px solid {{HouseStyle.Accent}}; display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; margin-bottom: 2.5rem; padding-bottom: 1rem; }
        header p { margin: 0; }
        .logo { height: 4rem; max-width: 12rem; object-fit: contain; object-position: left; width: auto; }
        .sender { align-items: center; color: {{HouseStyle.Brand}}; display: flex; font-size: 1.375rem; gap: 1rem; }
        .notice { border-left: 0.5rem solid {{HouseStyle.Accent}}; font-weight: bold; margin-bottom: 2rem; padding-left: 1rem; }
        .lines { white-space: pre-line; }
        .addressee { margin-bottom: 2rem; }
        dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; margin: 0 0 2rem; }
        dt { color: {{HouseStyle.TextQuiet}}; font-size: 0.875rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        h1 { color: {{HouseStyle.Brand}}; font-size: 1.375rem; line-height: 1.3; }
        h2 { color: {{HouseStyle.Brand}}; font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid {{HouseStyle.Line}}; padding: 0.375rem 0.75rem 0.375rem 0; text-align: start; }
        .signature { break-inside: avoid; margin-top: 2.5rem; }
        .objection { break-inside: avoid; border-top: 1px solid {{HouseStyle.Line}}; font-size: 0.9375rem; margin-top: 2.5rem; }
        @page { margin: 20mm; size: A4; }
        @media print { body { background: none; font-size: 11pt; } main { border: 0; max-width: none; padding: 0; } }
        """;
}
