using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Endings;

/// <summary>How cases end: decision letters, and endings without one.</summary>
public static class EndingsServices
{
    public static IServiceCollection AddEndings(this IServiceCollection services) => services
        .AddSingleton<LetterStore>()
        .AddCaseStore<LetterStore>()
        .AddSingleton<LetterWords>()
        .AddSingleton<LetterWriter>()
        .AddSingleton<SentLetters>()
        .AddSingleton<Intentions>()
        .AddSingleton<AwardMails>()
        .AddSingleton<Announcements>()
        .AddSingleton<ClosingMails>();
}
