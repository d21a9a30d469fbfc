using Initiatiefloket.Money;

namespace Initiatiefloket.Submission.Steps;

/// <summary>The sum of what was typed so far; what is not an amount does not count.</summary>
/// <param name="Costs">All costs together.</param>
/// <param name="Needed">Costs less own and other money, at least nothing.</param>
public sealed record CostSum(Euro Costs, Euro Needed)
{
    public static CostSum Of(ApplicationForm form)
    {
        var costs = Euro.Sum(form.Costs.Select(line => AmountOf(line.Amount)));
        return new CostSum(costs, Euro.Max(Euro.Zero, costs - AmountOf(form.OwnMoney) - AmountOf(form.OtherMoney)));
    }

    private static Euro AmountOf(string typed) => Euro.Read(typed) is EuroInput.Amount(var amount) ? amount : Euro.Zero;
}
