namespace Initiatiefloket.DevHost;

/// <summary>Routes that are known only once the worker has told its functions.</summary>
internal sealed class DynamicRoutes : EndpointDataSource, IDisposable
{
    private CancellationTokenSource _change = new();
    private IReadOnlyList<Endpoint> _endpoints = [];

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

    public void Set(IEndpointRouteBuilder web, Action<IEndpointRouteBuilder> map)
    {
        var builder = new Builder(web);
        map(builder);
        _endpoints = [.. builder.DataSources.SelectMany(source => source.Endpoints)];
        var before = _change;
        _change = new();
        before.Cancel();
    }

    public void Dispose() => _change.Dispose();

    private sealed class Builder(IEndpointRouteBuilder web) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => web.ServiceProvider;
        public ICollection<EndpointDataSource> DataSources { get; } = [];
        public IApplicationBuilder CreateApplicationBuilder() => web.CreateApplicationBuilder();
    }
}
