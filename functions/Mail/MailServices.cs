using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;

namespace Initiatiefloket.Mail;

/// <summary>Sending mail.</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection(MailOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<ISendGridClient>(provider => Client(provider.GetRequiredService<IOptions<MailOptions>>().Value))
            .AddSingleton<MailLog>()
            .AddSingleton<AddressBook>()
            .AddSingleton<Post>()
            .AddSingleton<CasePost>();
    }

    private static SendGridClient Client(MailOptions options) =>
        new(new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.ApiHost });
}
