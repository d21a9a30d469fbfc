using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Desk;

/// <summary>The coordinator's part: watching the legal dates, and the page of one case.</summary>
public static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<DeadlineTable>()
        .AddCaseStore<DeadlineTable>()
        .AddSingleton<ExtensionMails>()
        .AddSingleton<DeskViews>()
        .AddSingleton<LaterLetters>()
        .AddSingleton<TermChanges>();
}
