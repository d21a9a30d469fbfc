using System.Diagnostics;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.MoreTime;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Desk;

/// <summary>Tells the applicant that the term was extended (Awb 4:14), also when the mail service is out for days.</summary>
public static class ExtensionNotice
{
    /// <summary>Key of the event and of the mail: a term can be extended once.</summary>
    public const string Key = "term-extended";

    [Function(nameof(ExtensionNotice))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, string initiativeId) =>
        workflow.TellExtensionAsync(initiativeId);

    extension(DurableTaskClient client)
    {
        /// <summary>Starts it, unless it was started before. Should the app stop before this, the watch of the next day finds the case.</summary>
        public async Task StartExtensionNoticeAsync(string initiativeId, CancellationToken cancellation)
        {
            var instanceId = $"{initiativeId}:{Key}";
            if (await client.GetInstanceAsync(instanceId, cancellation) is null)
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    nameof(ExtensionNotice), initiativeId, new StartOrchestrationOptions(instanceId), cancellation);
            }
        }
    }
}

/// <summary>The message that a term was extended.</summary>
public sealed class ExtensionActivities(InitiativeTable initiatives, CasePost post, ExtensionMails mails, MoreTimeNews moreTime, TimeProvider clock)
{
    /// <summary>Tells the applicant the reason and the new date, once; and what else of the term was not told yet, as the watch found it.</summary>
    [Function(nameof(TellExtension))]
    public async Task TellExtension([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await moreTime.TellAsync(initiative, cancellation);
        if (initiative.IsClosed || await initiatives.FindEventAsync(initiativeId, ExtensionNotice.Key, cancellation) is not { } extended)
        {
            return;
        }

        var mail = new CaseMail(initiativeId, ExtensionNotice.Key, MailKind.TermExtended, Actor.Applicant, LinkPurpose.Status);
        await post.TellAsync(mail, link => mails.Extended(initiative, extended.Note ?? "", LocalTime.DayOf(clock.GetUtcNow()), link), cancellation);
    }
}

/// <summary>The mail to the applicant that the decision takes longer (Awb 4:14).</summary>
public sealed class ExtensionMails(IStringLocalizer<Texts> texts, Policy policy)
{
    /// <summary>Says why, and by when the decision is there.</summary>
    /// <param name="initiative">The initiative as it stands.</param>
    /// <param name="reason">The coordinator's words.</param>
    /// <param name="today">The day on which it is told.</param>
    /// <param name="link">To the applicant's page.</param>
    public MailMessage Extended(Initiative initiative, string reason, DateOnly today, Uri link) => new(
        texts["Wij hebben meer tijd nodig voor uw aanvraag {0}", initiative.InSubject],
        new MailBlock.Paragraph(texts["Het lukt ons niet om op tijd te beslissen over \"{0}\". Dat spijt ons.", initiative.Title]),
        new MailBlock.Paragraph(texts["Dit is de reden:"]),
        new MailBlock.Quote(reason),
        new MailBlock.Facts(new Fact(texts["U hoort van ons uiterlijk"], DayInWords(initiative.Clock!, today))),
        new MailBlock.Paragraph(WhatHolds(initiative.Clock!)),
        new MailBlock.Button(texts["Bekijk hoe het ervoor staat"], link));

    private string DayInWords(LegalClock legal, DateOnly today) => legal.ToldDay(policy.WorkingDays) is { } told
        ? told.InWordsWithWeekday()
        : legal.DecideByInWords(today, policy.WorkingDays);

    private string WhatHolds(LegalClock legal) => legal.Source.Extension switch
    {
        ExtensionBasis.NamedTerm =>
            texts["U hoeft niets te doen. Wij mogen de tijd om te beslissen één keer verlengen (Algemene wet bestuursrecht, artikel 4:14)."],
        ExtensionBasis.Ordinance => texts["U hoeft niets te doen. Wij mogen de tijd om te beslissen één keer verlengen ({0}).", legal.Source.ExtensionArticle],
        ExtensionBasis.ToldOnly => texts["De wettelijke termijn blijft {0}. Daarna kunt u ons schrijven dat wij te laat zijn (ingebrekestelling, Algemene wet bestuursrecht, artikel 4:17).", legal.DecideBy(policy.WorkingDays).InWords()],
        _ => throw new UnreachableException(),
    };
}

/// <summary>Steps of the desk that more than one workflow takes.</summary>
public static class DeskSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        public Task TellExtensionAsync(string initiativeId) =>
            workflow.StepAsync(nameof(ExtensionActivities.TellExtension), initiativeId);
    }
}
