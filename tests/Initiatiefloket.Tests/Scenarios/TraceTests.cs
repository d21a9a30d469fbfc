using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Who reads traces sees what the app did for which initiative, and cannot follow a link or learn who somebody is.</summary>
public sealed class TraceTests(TracedFixture fixture) : IClassFixture<TracedFixture>
{
    [Fact]
    public async Task Confirm_Traced_IsOneTraceThroughToStorage()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("in het spoor", "900"));

        var press = await Eventually.FindAsync("the press", () => Task.FromResult(fixture.Spans.SingleOrDefault(
            span => span.DisplayName == "function Confirm" && Equals(span.GetTagItem("initiatiefloket.initiative"), id))));
        var trace = fixture.Spans.Where(span => span.TraceId == press.TraceId).ToList();
        var (ids, calls) = (trace.Select(span => span.SpanId).ToHashSet(), trace.Where(IsStorageCall).ToList());
        Assert.All(trace.Where(span => span != press), span => Assert.Contains(span.ParentSpanId, ids));
        Assert.Contains(calls, call => call.Source.Name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.TagObjects.Any(tag => tag.Value is string text && text.Contains("127.0.0.1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Traces_OfAWholeCase_HoldNoTokenAndNobody()
    {
        var proposal = Townspeople.Resident("zonder sporen", "900");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "900");
        await fixture.ReadLetterAsync(proposal.Email, id);

        var links = (await fixture.Host.Post.AllAsync()).SelectMany(mail => mail.Links).Select(link => new Uri(link).AbsolutePath.Split('/')[2]).Distinct();
        string[] secrets = [.. links, proposal.Email, proposal.Email.Replace("@", "%40", StringComparison.Ordinal), Townspeople.Reviewer, proposal.Name];
        Assert.True(secrets.Length > 7);
        Assert.Contains(fixture.Spans, span => span.DisplayName == "function Decide");
        Assert.Empty(fixture.Spans.SelectMany(WordsOf).Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))).Distinct());
    }

    private static bool IsStorageCall(Activity span) => span.Source.Name.StartsWith("Azure.", StringComparison.Ordinal);

    private static IEnumerable<string> WordsOf(Activity span) =>
    [
        span.DisplayName,
        span.StatusDescription ?? "",
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Value}"),
        .. span.Baggage.Select(item => $"{item.Value}"),
    ];
}
