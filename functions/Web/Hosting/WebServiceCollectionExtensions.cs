using System.Globalization;
using Azure.Storage.Blobs;
using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Web;

public static class WebServiceCollectionExtensions
{
    /// <summary>
    /// What pages, letters and mails need. The app supplies a <see cref="Policy"/>, a <see cref="BlobServiceClient"/>, in whose container
    /// <c>data-protection</c> the keys are kept, a <see cref="KeySeal"/> for them, and a <see cref="KeyedHash"/>.
    /// </summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddLogging(LeaveOutEachRequest).AddLogging(SkipKnownWarnings).AddLogging(LeaveAddressesOut);
        services.AddRazorComponents();
        services.AddSingleton<SiteAssets>();
        services.TryAddSingleton(provider => provider.GetRequiredService<Policy>().Municipality);
        services.AddSingleton<HtmlPages>();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddSingleton<OwnCookies>();
        services.AddOptions<RequestLocalizationOptions>().Configure<OwnCookies>(OfferLanguages);
        services.Configure<FormOptions>(LimitForms);
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FormRate>().AddSingleton<LimitTable>().AddSingleton<RateLimits>();
        services.AddMetrics().AddSingleton<Abuse>();
        services.AddOptions<HumanCheckOptions>().BindConfiguration(HumanCheckOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<HumanChecks>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<OwnCookies>(MakeCookieStrict);
        services.AddDataProtection().SetApplicationName("Initiatiefloket");
        services.AddOptions<KeyManagementOptions>().Configure<BlobServiceClient, KeySeal>((options, blobs, seal) =>
        {
            options.XmlRepository = new BlobKeys(blobs.GetBlobContainerClient(ContainerNames.DataProtection));
            options.XmlEncryptor = new KeySealer(seal, options);
        });
        services.AddSingleton<IPreparation, SealedKeysReadiness>();
        return services;
    }

    private static void OfferLanguages(RequestLocalizationOptions options, OwnCookies cookies)
    {
        options.DefaultRequestCulture = new(Language.Dutch);
        options.SupportedCultures = options.SupportedUICultures = [Language.Dutch, CultureInfo.GetCultureInfo("nl"), Language.English];
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = LanguageChoice.Key, UIQueryStringKey = LanguageChoice.Key },
            new CookieRequestCultureProvider { CookieName = cookies.NameOf(LanguageChoice.Key) },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    // The levels in host.json are the host's own: they do not reach the worker, which would send some lines to Application Insights for each request.
    // Azure's clients also warn of a row that is not there or that somebody else changed, which are answers here; an outage comes as an exception.
    private static void LeaveOutEachRequest(ILoggingBuilder logging) =>
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Azure", LogLevel.Error);

    private static void SkipKnownWarnings(ILoggingBuilder logging)
    {
        // Every page is no-store already; antiforgery says so each time that it agrees.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error);

        // A key that cannot be opened ends the app with one sentence (SealedKeysReadiness); data protection tries it ten times before, and says each time all that it knows.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
    }

    // Addresses hold personal links. ASP.NET Core says them as each request starts and ends, and in the scope around all that is logged in between.
    private static void LeaveAddressesOut(ILoggingBuilder logging) => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

    private static void LimitForms(FormOptions options)
    {
        options.ValueCountLimit = 500;
        options.KeyLengthLimit = 200;
        options.ValueLengthLimit = 200_000;

        // Uploads are limited as a whole, by the size of the request.
        options.MultipartBodyLengthLimit = long.MaxValue;
    }

    private static void MakeCookieStrict(AntiforgeryOptions options, OwnCookies cookies)
    {
        options.Cookie.Name = cookies.NameOf("loket-formulier");
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // Strict would leave out the cookie of somebody who comes from a link in a mail, and with it break a form open in another tab.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.SuppressXFrameOptionsHeader = true;
    }
}
