using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;

namespace Initiatiefloket.Support;

/// <summary>What the part of a page posts with which somebody of the town lets neighbours read an initiative, or not any more.</summary>
public static class ReleaseForm
{
    /// <summary>Last part of the address that it posts to.</summary>
    public const string Segment = "vrijgeven";

    public const string ActionField = "actie";
    public const string Release = "vrijgeven";
    public const string TakeBack = "terugnemen";

    extension(Releases releases)
    {
        /// <summary>Does what was pressed. Nothing changes for who may not, or when it was neither button.</summary>
        public async Task ActAsync(LinkVisit visit, CancellationToken cancellation)
        {
            if (!visit.Initiative.MayBeReleasedBy(visit.Person))
            {
                return;
            }

            switch ((await visit.Request.ReadFormAsync(cancellation)).Text(ActionField))
            {
                case Release:
                    await releases.ReleaseAsync(visit.Initiative.Id, visit.Person, cancellation);
                    break;
                case TakeBack:
                    await releases.TakeBackAsync(visit.Initiative.Id, visit.Person, cancellation);
                    break;
                default:
                    break;
            }
        }
    }
}
