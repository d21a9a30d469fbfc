using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Platform;

namespace Initiatiefloket.Tests.Review;

/// <summary>What the steps of a review work with, under one policy, with the post and the clock of a mail room.</summary>
internal sealed class ReviewOffice(AppStorage storage, MailRoom room, Policy policy)
{
    private readonly CaseListTable _lists = new(storage.Tables);

    /// <summary>Subject of a mail about a case that is <see cref="Cases.InReview"/> but for its reference.</summary>
    public static string SubjectOf(string what, string id) => $"{what}: Samen eten in De Thij, €\u00A04.000 (De Thij), initiatief {id}";

    public People Addresses => new(policy, storage.Initiatives);

    public Assigner Assigner => new(policy, new AbsenceTable(storage.Tables), new CaseLists(_lists, storage.Initiatives), Addresses, room.Clock);

    public ReviewPost Post => new(storage.Initiatives, room.CasePost, policy, room.Clock);

    public HandOvers HandOvers => new(
        storage.Initiatives,
        new WorkflowSignals(new SignalTable(storage.Tables, room.Clock), new WorkflowStarter(storage.Initiatives, policy)),
        room.Clock);

    public Involvement Involvement => new(storage.Initiatives, Addresses, Assigner, HandOvers, room.CasePost);

    public ReviewActivities Steps => new(
        storage.Initiatives, Assigner, Involvement, new LinePlaces(storage.Initiatives, new PotLedger(storage.Tables, room.Clock)), Post, Addresses, policy, room.Clock);

    public NudgeActivities Nudges => new(storage.Initiatives, Assigner, HandOvers, Post, Addresses, room.Clock);
}
