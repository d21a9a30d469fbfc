using System.Security.Cryptography;
using System.Text.Json;
using Initiatiefloket.Confirming;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>The page on which the coordinator makes a letter by hand: fill in, read it, and then send what was read.</summary>
public sealed class LaterLetterPages(
    PersonalLinks links, DeskViews views, LaterLetters later, LetterWords words, InitiativeTable initiatives, Confirmations confirming, Policy policy)
{
    /// <summary>What stands before the kind in the address.</summary>
    public const string Segment = "besluit";
    private const string Route = LinkPaths.Desk + "/{token}/" + Segment + "/{kind}";

    [Function(nameof(ShowLaterLetter))]
    public Task<IResult> ShowLaterLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string token,
        string kind,
        CancellationToken cancellation) =>
        LaterKinds.At(kind) is { } known ? PageOf(known).GetAsync(token, LaterLetterForm.Empty, cancellation) : Task.FromResult(Page.NotFound());

    /// <summary>Shows the letter, and sends it once the coordinator says to have read it.</summary>
    [Function(nameof(SendLaterLetter))]
    public Task<IResult> SendLaterLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        string kind,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        LaterKinds.At(kind) is { } known
            ? PageOf(known).PostAsync(token, visit => SendAsync(client, known, visit, cancellation), cancellation)
            : Task.FromResult(Page.NotFound());

    private LinkPage<LaterLetterForm> PageOf(LetterKind kind) => new(links, LinkPurpose.Desk)
    {
        Read = (_, posted) => LaterLetterForm.Read(posted),
        Show = async (visit, cancellation) => Show(kind, visit, await views.BuildAsync(visit.Initiative, cancellation), preview: null),
    };

    private async Task<IResult> SendAsync(DurableTaskClient client, LetterKind kind, LinkVisit<LaterLetterForm> visit, CancellationToken cancellation)
    {
        var (view, form) = (await views.BuildAsync(visit.Initiative, cancellation), visit.Form);
        if (!LaterLetters.PossibleFor(view).Contains(kind) || form.ToModel(kind, await AboutAsync(view, cancellation), view, visit.Errors) is not { } letter)
        {
            return Show(kind, visit, view, preview: null);
        }

        var preview = words.Of(letter);
        var wasRead = form.WasRead == NameOf(preview) && form.Count == $"{visit.Initiative.Letters.Count}";
        if (!wasRead || !form.Agrees)
        {
            if (wasRead)
            {
                visit.Errors.Add(LaterLetterForm.AgreeField, "Lees de brief en zet een vinkje als hij klopt.");
            }

            return Show(kind, visit, view, preview);
        }

        return await confirming.ActAsync(visit, visit.Initiative.NeedsCode(policy), $"{Segment}-{kind}", LaterKinds.TitleOf(kind), SendNowAsync, cancellation);

        async Task<IResult> SendNowAsync()
        {
            if (await later.DecideAsync(client, visit.Initiative, letter, visit.Person, cancellation))
            {
                return Page.SeeOther(visit.Address);
            }

            visit.Errors.Add("", "De brief is niet verstuurd: er is intussen iets veranderd. Kijk hoe de zaak nu staat.");
            return Show(kind, visit, view, preview);
        }
    }

    private async Task<LetterCase> AboutAsync(DeskView view, CancellationToken cancellation) => new(
        view.Initiative, await initiatives.GetApplicationAsync(view.Initiative.Id, cancellation), view.Applicant, view.Today);

    private static IResult Show(LetterKind kind, LinkVisit<LaterLetterForm> visit, DeskView view, LetterDocument? preview) => Page.Show<LaterLetterPage>(
        new
        {
            View = view,
            Kind = kind,
            visit.Form,
            visit.Errors,
            visit.Address,
            Preview = preview?.SentOn(view.Today, view.Policy.WorkingDays),
            Read = preview is null ? "" : NameOf(preview),
        },
        visit.Errors);

    // Of the words: what is sent is what was read, and nothing that was typed after it.
    private static string NameOf(LetterDocument letter) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(letter, StoredJson.Options)));
}
