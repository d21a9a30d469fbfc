using Initiatiefloket.Money;

namespace Initiatiefloket.Web;

internal static class EuroExtensions
{
    extension(Euro amount)
    {
        /// <summary>The amount in running text, as people say it: "€ 1.250", and cents (a sign and two digits) only when there are any.</summary>
        public string ToShortString() => amount.Cents % 100 == 0 ? amount.ToString()[..^3] : amount.ToString();
    }
}
