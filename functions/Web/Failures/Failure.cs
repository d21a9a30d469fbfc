using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Why there is no ordinary answer, and what the visitor can do about it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What is the matter.</param>
/// <param name="Advice">What the visitor can do, a paragraph each.</param>
public sealed record Failure(int Status, string Title, params IReadOnlyList<string> Advice)
{
    /// <summary>What to mention when asking for help; the same id stands in the log.</summary>
    public string? Reference { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Failure NotFound { get; } = new(
        StatusCodes.Status404NotFound,
        "Deze pagina is er niet",
        "Misschien is het adres niet goed overgenomen, of de pagina is weggehaald.",
        "Heeft u op een link in een e-mail geklikt? Kijk of de hele link in de adresbalk staat.");

    public static Failure FormExpired { get; } = new(
        StatusCodes.Status400BadRequest,
        "Wij hebben uw formulier nog niet ontvangen",
        "De pagina was te lang open. Ga terug en probeer het opnieuw.",
        "Lukt dat niet? Kopieer dan uw tekst, laad de pagina opnieuw en plak de tekst terug. Uw browser moet cookies bewaren.");

    public static Failure FormUnreadable { get; } = new(
        StatusCodes.Status400BadRequest,
        "Wij konden uw formulier niet lezen",
        "Ga terug en probeer het opnieuw. Uw gegevens zijn nog niet verstuurd.");

    public static Failure TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "Wat u stuurt is te groot",
        "Uw gegevens zijn nog niet verstuurd. Ga terug en maak de tekst of het bestand kleiner.");

    public static Failure StorageDown { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "Het loket is even niet bereikbaar",
        "Wat u heeft ingevuld is nog niet verstuurd. Wacht een paar minuten, ga terug en probeer het opnieuw.",
        "Wij werken eraan. U hoeft ons hierover niet te bellen.")
    {
        RetryAfter = TimeSpan.FromSeconds(60),
    };

    /// <summary>Somebody, or a program, does the same thing too often.</summary>
    public static Failure TooMany(TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests,
        "Wacht even en probeer het dan opnieuw",
        "Vanaf uw internetadres of voor dit e-mailadres kwam kort na elkaar te vaak hetzelfde binnen. Wat u nu stuurde, is niet verwerkt.",
        "Ga na het wachten terug in uw browser en verstuur het opnieuw. Heeft u haast? Bel of mail ons: wij helpen u graag.")
    {
        RetryAfter = TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)),
    };

    public static Failure Bug(string reference) => new(
        StatusCodes.Status500InternalServerError,
        "Er ging iets mis bij ons",
        "Het ligt niet aan u. Probeer het later opnieuw.",
        "Blijft het misgaan? Neem dan contact met ons op en noem de code hieronder. Dan zoeken wij het uit.")
    {
        Reference = reference,
    };

    public IResult ToResult() => new FailureResult(this);

    private sealed class FailureResult(Failure failure) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (failure.RetryAfter is { } wait)
            {
                httpContext.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            }

            return ResultFor(httpContext.Request).ExecuteAsync(httpContext);
        }

        private IResult ResultFor(HttpRequest request) => WantsJson(request)
            ? TypedResults.Problem(string.Join(' ', failure.Advice), title: failure.Title, statusCode: failure.Status, extensions: Extensions)
            : Page.Show<FailurePage>(new { Failure = failure }, failure.Status);

        private Dictionary<string, object?>? Extensions =>
            failure.Reference is null ? null : new() { ["reference"] = failure.Reference };

        private static bool WantsJson(HttpRequest request) =>
            request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
    }
}
