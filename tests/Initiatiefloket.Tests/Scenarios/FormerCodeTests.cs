using System.Net;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Codes in place of links, after the policy gave their holder another address.</summary>
public sealed class FormerCodeTests(CodesFixture fixture) : IClassFixture<CodesFixture>
{
    [Fact]
    public async Task Code_MailedToAFormerAddress_OpensNothing()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("code naar oud adres"));
        var codes = (await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, id)).Codes;
        using var policy = new PolicyDraft(json =>
        {
            json["mail"]!["codesInsteadOfLinks"] = true;
            json["reviewers"]![0]!["email"] = "ellen@oldenzaal.example";
        });

        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        using var former = fixture.Host.NewVisitor();
        foreach (var code in codes)
        {
            var dead = await former.PressAsync(await former.OpenAsync("/code"), "Verder", ("code", code));
            Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (dead.Status, dead.Heading));
        }
    }
}
