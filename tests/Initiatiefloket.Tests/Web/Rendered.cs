using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Web;

/// <summary>Renders one component to a document to look into.</summary>
internal static class Rendered
{
    public static async Task<IDocument> Of<TComponent>(
        object? parameters = null, FormErrors? errors = null, Action<IServiceCollection>? add = null)
        where TComponent : IComponent
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddWebWithKeysInMemory();
        add?.Invoke(builder.Services);
        await using var app = builder.Build();
        RenderFragment content = tree => AddComponent(tree, typeof(TComponent), parameters);
        var html = await app.Services.GetRequiredService<HtmlPages>()
            .RenderAsync<CascadingValue<FormErrors>>(new { Value = errors ?? [], ChildContent = content });
        return new HtmlParser().ParseDocument(html);
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private static void AddComponent(RenderTreeBuilder builder, Type component, object? parameters)
    {
        builder.OpenComponent(0, component);
        builder.AddMultipleAttributes(1, new Microsoft.AspNetCore.Routing.RouteValueDictionary(parameters)!);
        builder.CloseComponent();
    }
}
