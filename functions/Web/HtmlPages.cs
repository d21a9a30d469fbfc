using Initiatiefloket.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Web;

/// <summary>Renders letters and mails to text, outside any request.</summary>
public sealed class HtmlPages(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <summary>Renders a component in the language of now.</summary>
    /// <param name="parameters">The component's parameters: an object with properties of those names, or a dictionary.</param>
    /// <returns>The HTML.</returns>
    public async Task<string> RenderAsync<TComponent>(object? parameters = null)
        where TComponent : IComponent
    {
        Language.Speak(Language.Current);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var given = ParameterView.FromDictionary(new RouteValueDictionary(parameters));
            return (await renderer.RenderComponentAsync<TComponent>(given)).ToHtmlString();
        });
    }
}
