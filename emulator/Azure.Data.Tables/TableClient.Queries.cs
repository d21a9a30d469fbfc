using System.Linq.Expressions;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

// Queries, filters and pages.
public partial class TableClient
{
    /// <summary>An OData filter from an interpolated string; the values in it are quoted and escaped by their type.</summary>
    /// <exception cref="ArgumentException">A value has a type that tables do not know.</exception>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.From(filter);

    /// <summary>An OData filter from an expression of comparisons, <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>.</summary>
    /// <exception cref="NotSupportedException">The expression has something that OData on tables lacks.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Translate(filter);

    /// <inheritdoc cref="QueryAsync{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual Pageable<T> Query<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Query<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="QueryAsync{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="QueryAsync{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual Pageable<T> Query<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(EntityPages<T>(filter, select, cancellationToken), maxPerPage);

    /// <summary>Rows in order of partition and row key, fetched page by page while they are read. Nothing is sent before the first is asked for.</summary>
    /// <param name="filter">An OData filter; null is all rows.</param>
    /// <param name="maxPerPage">Rows a request, at most 1,000.</param>
    /// <param name="select">Names of the properties to fetch; null is all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new AsyncPages<T>(EntityPages<T>(filter, select, cancellationToken), maxPerPage);

    private FetchPage<T> EntityPages<T>(string? filter, IEnumerable<string>? select, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var columns = select is null ? null : string.Join(',', select);
        return (token, size, async) => _rest.QueryAsync<T>(Name, filter, columns, token, size, async, cancellationToken);
    }
}
