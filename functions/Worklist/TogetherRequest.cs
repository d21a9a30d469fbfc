using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Worklist;

/// <summary>What is to be done with which cases, as it stands in an address or a form.</summary>
/// <param name="Act"><see cref="WorklistPaths.HandOver"/> or <see cref="WorklistPaths.Extend"/>; empty for anything else.</param>
/// <param name="From">Who gives places away; null for whoever is the only one in a case.</param>
/// <param name="To">Who gets them; null when nobody was chosen.</param>
/// <param name="Cases">References, each once, no more than stand on one page.</param>
public sealed record TogetherRequest(string Act, Actor? From, Actor? To, IReadOnlyList<string> Cases)
{
    private const string DoneKey = "klaar";

    /// <summary>Why the term is extended.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The list that it was begun from, with its question mark.</summary>
    public string List { get; init; } = "";

    /// <summary>Whether it was carried out, so that the page tells what came of it.</summary>
    public bool IsDone { get; init; }

    /// <summary>From the address of the page.</summary>
    public static TogetherRequest Read(IQueryCollection query, Policy policy) => Of(key => query[key], policy) with { IsDone = query.ContainsKey(DoneKey) };

    /// <summary>From a form: of the list, where no box that is ticked means all on the page, or of the page itself.</summary>
    public static TogetherRequest Read(IFormCollection form, Policy policy)
    {
        var ticked = form[WorklistPaths.CaseField];
        var cases = ticked.Count > 0 ? ticked : new StringValues(form.Line(WorklistPaths.OnPageField).Split(',', StringSplitOptions.RemoveEmptyEntries));
        var read = Of(key => key == WorklistPaths.CaseField ? cases : form[key], policy) with { Reason = form.Text(WorklistPaths.ReasonField) };
        return read.From is null && WaitsOnIn(read.List) is { } waitsOn ? read with { From = Person(waitsOn, policy) } : read;
    }

    /// <summary>What is done; null as long as it is not whole.</summary>
    public Together? ToAct() => (Act, To) switch
    {
        (WorklistPaths.HandOver, { } to) => new Together.HandOver(From, to),
        (WorklistPaths.Extend, _) => new Together.Extension(),
        _ => null,
    };

    /// <summary>The query of the page that shows it.</summary>
    public string ToAddress()
    {
        var query = new QueryBuilder { { WorklistPaths.ActField, Act } };
        Add(WorklistPaths.FromField, From?.ToString());
        Add(WorklistPaths.ToField, To?.ToString());
        Add(WorklistPaths.ListField, List);
        Add(DoneKey, IsDone ? "1" : null);
        query.Add(WorklistPaths.CaseField, Cases);
        return query.ToQueryString().ToString();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(key, value);
            }
        }
    }

    private static TogetherRequest Of(Func<string, StringValues> fields, Policy policy)
    {
        var act = fields(WorklistPaths.ActField).ToString();
        var list = PostedText.CleanValue(fields(WorklistPaths.ListField).ToString());
        var cases = fields(WorklistPaths.CaseField).OfType<string>().Select(PostedText.CleanValue).Where(id => id.Length > 0).Distinct();
        return new TogetherRequest(
            act is WorklistPaths.HandOver or WorklistPaths.Extend ? act : "",
            Person(fields(WorklistPaths.FromField).ToString(), policy),
            Person(fields(WorklistPaths.ToField).ToString(), policy),
            [.. cases.Take(WorkSelection.PageSize)])
        {
            List = list.StartsWith('?') ? list : "",
        };
    }

    private static string? WaitsOnIn(string list) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(list).TryGetValue(WorkQuery.WaitsOnKey, out var who) ? who.ToString() : null;

    private static Actor? Person(string text, Policy policy) =>
        policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Concat([Actor.Coordinator, Actor.Substitute]).FirstOrDefault(person => person.ToString() == text);
}
