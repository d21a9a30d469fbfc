using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Endings.Letters;

/// <summary>Who decides on a case, signs for it, and where one objects.</summary>
internal static class Deciding
{
    extension(Initiative initiative)
    {
        /// <summary>The band of an amount in this case, which keeps its bands from when its review began.</summary>
        public Band BandOf(Euro amount, Policy policy) => Band.For(initiative.Bands is [_, ..] kept ? kept : policy.Bands, amount);
    }

    extension(Policy policy)
    {
        /// <summary>Where one objects to a decision in a band.</summary>
        public Remedy.Objection ObjectionTo(Band band) => new(policy.Remedies.Of(band.Authority), policy.Terms.Objection);

        /// <summary>Who signs under mandate: the coordinator, or the substitute of one who is involved (Awb 2:4).</summary>
        public string SignerOf(Initiative initiative) =>
            initiative.Recorder == Actor.Coordinator ? policy.Municipality.Coordinator.Name : policy.Substitute.Name;
    }
}
