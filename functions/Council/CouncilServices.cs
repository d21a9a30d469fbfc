using Initiatiefloket.Council.Digests;
using Initiatiefloket.Council.Questions;
using Initiatiefloket.Council.Standing;
using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Council;

/// <summary>The council's part.</summary>
public static class CouncilServices
{
    public static IServiceCollection AddCouncil(this IServiceCollection services) => services
        .AddSingleton<CouncilNewsMails>()
        .AddSingleton<CouncilMemberTable>()
        .AddSingleton<DigestNews>()
        .AddSingleton<DigestWishes>()
        .AddSingleton<CouncilCases>()
        .AddSingleton<CouncilQuestionTable>()
        .AddCaseStore<CouncilQuestionTable>()
        .AddSingleton<CouncilQuestions>()
        .AddSingleton<CouncilDecisionViews>()
        .AddSingleton<LookAlongViews>();
}
