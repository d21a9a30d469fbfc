using System.Diagnostics;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Review;
using Initiatiefloket.Submission;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Workflow;

/// <summary>The first and the last step of every case.</summary>
public sealed class CaseEnds(Receipts receipts, ReviewActivities reviews, KeptForms kept, LinePlaces places, WaitingList waitingList)
{
    /// <summary>Gives the case its place in the line, settles and confirms receipt and invites whoever reviews: one step, since each always follows. What an earlier run of it did is not done again.</summary>
    [Function(nameof(BeginCase))]
    public async Task<ReviewersInvited> BeginCase([ActivityTrigger] ReviewRoundCase first, CancellationToken cancellation)
    {
        await places.FollowAsync(first.InitiativeId, cancellation);
        await receipts.SettleAsync(first.InitiativeId, cancellation);
        await receipts.ConfirmAsync(first.InitiativeId, cancellation);
        return await reviews.OpenReviewRound(first, cancellation);
    }

    /// <summary>Forgets what nobody needs any more, gives back what was reserved and not granted, and offers it to whoever is next in the line. May be repeated.</summary>
    /// <returns>References of the initiatives that have money now and are to be woken.</returns>
    [Function(nameof(CloseCase))]
    public async Task<string[]> CloseCase([ActivityTrigger] CaseEnded ended, CancellationToken cancellation)
    {
        await kept.ForgetAsync(ended.Id, cancellation);
        switch (ended.Ending)
        {
            case Ending.Rejected or Ending.SetAside or Ending.Withdrawn:
                await places.LeaveAsync(ended.PotYear, ended.Id, ended.TakenUp, cancellation);
                break;
            case Ending.Granted or Ending.LeftToDesk:
                // What nobody decided keeps its money and its place, for as long as it takes.
                break;
            default:
                throw new UnreachableException();
        }

        return await waitingList.ServeAsync(ended.PotYear, cancellation);
    }
}
