using Initiatiefloket.Budget;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Web;

namespace Initiatiefloket.Funding;

/// <summary>The money of a year as a bar in a mail.</summary>
public static class PotBar
{
    extension(PotBalance pot)
    {
        /// <summary>What is granted, reserved and left.</summary>
        public MailBlock.Bar InBar => new(
            $"Pot {pot.Year}",
            Part("toegekend", pot.Granted, BarShade.Dark),
            Part("gereserveerd", pot.Reserved, BarShade.Middle),
            Part("over", pot.Available, BarShade.Light));
    }

    private static BarPart Part(string name, Euro amount, BarShade shade) => new(name, amount.ToShortString(), amount.Cents, shade);
}
