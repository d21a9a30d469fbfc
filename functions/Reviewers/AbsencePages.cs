using Initiatiefloket.Assignment;
using Initiatiefloket.Links;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Reviewers;

/// <summary>Takes in who is away, from the overview.</summary>
public sealed class AbsencePages(PersonalLinks links, OverviewViews views, AbsenceDesk desk)
{
    /// <summary>Part of the address to which the form is sent.</summary>
    public const string Segment = "afwezig";

    /// <summary>Part of the address that ends an absence.</summary>
    public const string EndSegment = "terug";

    /// <summary>The ticks that say which absences end.</summary>
    public const string AbsenceField = "afwezigheid";

    [Function(nameof(EnterAbsence))]
    public Task<IResult> EnterAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewPages.Route + "/" + Segment)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async link =>
            {
                var view = await views.BuildAsync(token, link, cancellation);
                if (!view.MayEnterAbsence)
                {
                    return Page.NotFound();
                }

                var form = AbsenceForm.Read(await request.ReadFormAsync(cancellation));
                var errors = new FormErrors();
                if (form.Check(view.OwnId, view.Reviewers, view.Absences, view.Today, errors) is not { } absence)
                {
                    return Page.Show<OverviewPage>(new { View = view, Form = form, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
                }

                await desk.EnterAsync(client, absence, link.Person, cancellation);
                return Page.SeeOther(view.Address);
            },
            cancellation);

    /// <summary>Ends the absences that were ticked, if this person may see them; one that is over already is left alone.</summary>
    [Function(nameof(EndAbsence))]
    public Task<IResult> EndAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewPages.Route + "/" + EndSegment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async link =>
            {
                var ticked = (await request.ReadFormAsync(cancellation))[AbsenceField];
                var view = await views.BuildAsync(token, link, cancellation);
                if (ticked.Count == 0 && view.Absences.Count > 0)
                {
                    return AskForTick(view);
                }

                foreach (var absence in view.Absences.Where(absence => ticked.Contains(NameOf(absence))))
                {
                    await desk.EndAsync(absence, link.Person, cancellation);
                }

                return Page.SeeOther(view.Address);
            },
            cancellation);

    /// <summary>Names an absence on the page.</summary>
    public static string NameOf(Absence absence) => $"{absence.ReviewerId}|{absence.From.ToIso()}";

    private static IResult AskForTick(OverviewView view)
    {
        var errors = new FormErrors { { AbsenceField, "Zet een vinkje bij de afwezigheid die u wilt beëindigen." } };
        return Page.Show<OverviewPage>(new { View = view, Form = AbsenceForm.Empty, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }
}
