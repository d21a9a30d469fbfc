using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Contact;

/// <summary>How the applicant can be reached, and changes of that.</summary>
public static class ContactServices
{
    public static IServiceCollection AddContact(this IServiceCollection services) => services
        .AddSingleton<ContactMails>()
        .AddSingleton<ContactRequests>()
        .AddSingleton<AddressMoves>()
        .AddSingleton<ContactChanging>();
}
