using Initiatiefloket.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Reliability;

namespace Initiatiefloket.Mail;

/// <summary>Sending mail.</summary>
public static class MailServices
{
    private const string Service = "Mail";

    // One more try, for a page from which mail goes out; a step of a workflow has its own policy, for hours and days.
    private static readonly ReliabilitySettings OnceMore = new(
        maximumNumberOfRetries: 1, minimumBackoff: TimeSpan.FromMilliseconds(200), maximumBackOff: TimeSpan.FromSeconds(1), deltaBackOff: TimeSpan.FromMilliseconds(300));

    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection(MailOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient(Service, (provider, http) => http.Timeout = OptionsIn(provider).Timeout)
            .AddHttpMessageHandler(() => new RetryDelegatingHandler(OnceMore))

            // The client lives as long as the app, and still sees the service move to another address.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15), AllowAutoRedirect = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services
            .AddSingleton<ISendGridClient>(Client)
            .AddSingleton<MailLog>()
            .AddCaseStore<MailLog>()
            .AddSingleton<Resends>()
            .AddSingleton<Post>()
            .AddSingleton<Undelivered>()
            .AddCaseStore<Undelivered>()
            .AddSingleton<CasePost>()
            .AddSingleton<OfficePost>()
            .AddSingleton<MailEvents>();
    }

    private static SendGridClient Client(IServiceProvider provider)
    {
        var options = OptionsIn(provider);
        return new SendGridClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Service),
            new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.ApiHost });
    }

    private static MailOptions OptionsIn(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value;
}
