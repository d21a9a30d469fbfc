using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Tests.Web;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Initiatiefloket.Tests.Mail;

/// <summary>The app's post on real storage, with a mail service that answers what the test says and keeps what it was sent.</summary>
internal sealed class MailRoom : IDisposable
{
    private readonly WebApplication _app = PagesOnly();
    private readonly Mock<ISendGridClient> _service = new();

    public MailRoom(AppStorage storage)
        : this(storage, Cases.Policy)
    {
    }

    public MailRoom(AppStorage storage, Policy policy)
    {
        Recover();
        var options = Options.Create(new MailOptions { ApiKey = "key", From = "loket@oldenzaal.example" });
        var links = new LinkTable(storage.Tables, storage.Hash, Clock);
        var site = Options.Create(new SiteOptions { PublicAddress = "https://loket.example" });
        Post = new Post(
            _service.Object,
            new MailLog(storage.Tables),
            _app.Services.GetRequiredService<HtmlPages>(),
            policy,
            options,
            _app.Services.GetRequiredService<IStringLocalizer<Texts>>(),
            Clock,
            NullLogger<Post>.Instance);
        var index = new LinkIndex(storage.Tables, storage.Hash, storage.Initiatives);
        var addresses = People = new People(policy, storage.Initiatives);
        Links = new LinkMaker(links, index, new LinkHolders(addresses, index, Clock), policy, Clock, site);
        Undelivered = new Undelivered(storage.Tables);
        CasePost = new CasePost(Post, Links, addresses, storage.Initiatives, Undelivered, AppTexts.Localizer, Clock);
        OfficePost = new OfficePost(Post, addresses, Undelivered, Clock);
    }

    /// <summary>Renders letters.</summary>
    public HtmlPages Pages => _app.Services.GetRequiredService<HtmlPages>();

    public ManualClock Clock { get; } = new(Cases.ReceivedAt);

    public People People { get; }

    public Post Post { get; }

    public CasePost CasePost { get; }

    public OfficePost OfficePost { get; }

    public Undelivered Undelivered { get; }

    public LinkMaker Links { get; }

    /// <summary>What the mail service answers, by address.</summary>
    public Func<string, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.Accepted;

    /// <summary>What the mail service was sent, also when it did not accept it.</summary>
    public List<SendGridMessage> Sent { get; } = [];

    /// <summary>Calls of the mail service end like this from now on.</summary>
    public void Fail(Exception failure) => _service
        .Setup(service => service.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>()))
        .ThrowsAsync(failure);

    /// <summary>The mail service answers again.</summary>
    public void Recover() => _service
        .Setup(service => service.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>()))
        .Returns((SendGridMessage message, CancellationToken _) => Task.FromResult(Accept(message)));

    /// <summary>Subjects and receivers of what was sent.</summary>
    public IReadOnlyList<(string Subject, string To)> Envelopes =>
        [.. Sent.Select(sent => sent.Personalizations[0]).Select(envelope => (envelope.Subject, envelope.Tos[0].Email))];

    /// <summary>One of the bodies of a mail.</summary>
    public static string BodyOf(SendGridMessage sent, string mimeType) => sent.Contents.Single(content => content.Type == mimeType).Value;

    public void Dispose() => ((IDisposable)_app).Dispose();

    private static WebApplication PagesOnly()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddWebWithKeysInMemory();
        return builder.Build();
    }

    private Response Accept(SendGridMessage message)
    {
        Sent.Add(message);
        return new Response(Answer(message.Personalizations[0].Tos[0].Email), null!, null!);
    }
}
