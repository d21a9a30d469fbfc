using Initiatiefloket.Money;

namespace Initiatiefloket.Web;

internal static class EuroExtensions
{
    extension(Euro amount)
    {
        /// <summary>The amount in running text, as people say it: "€ 1.250", and cents (a sign and two digits) only when there are any.</summary>
        public string ToShortString() => amount.Cents % 100 == 0 ? amount.ToString()[..^3] : amount.ToString();

        /// <summary>The amount as it stands in a box that somebody may change: "1.250,00".</summary>
        public string ToInput() => amount.ToString().TrimStart('€', '\u00A0');
    }
}
