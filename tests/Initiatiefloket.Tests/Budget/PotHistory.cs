using Initiatiefloket.Budget;
using Initiatiefloket.Money;

namespace Initiatiefloket.Tests.Budget;

/// <summary>A pot and what happens to it; playing it keeps a second, simple account beside the real one.</summary>
internal sealed record PotHistory(long[] FundCents, PotStep[] Steps)
{
    public PotRun Play()
    {
        var run = new PotRun(Pots.Of(FundCents));
        foreach (var step in Steps)
        {
            run.Do(step);
        }

        return run;
    }
}

/// <summary>The state of a history that is being played.</summary>
internal sealed class PotRun(PotBalance balance)
{
    private readonly List<Allocation> _open = [];
    private readonly Euro _total = balance.Total;
    private Euro _granted;

    public PotBalance Balance { get; private set; } = balance;

    public List<FundMovement> Movements { get; } = [.. balance.Since(PotBalance.Empty(balance.Year))];

    public List<string> Problems { get; } = [];

    public void Do(PotStep step)
    {
        var before = Balance;
        switch (step.Kind)
        {
            case PotStepKind.Reserve:
                Reserve(new Euro(step.Number));
                break;
            case PotStepKind.Grant when _open.Count > 0:
                Grant(step.Number);
                break;
            case PotStepKind.Release when _open.Count > 0:
                Balance = Balance.Release(Take(step.Number));
                break;
        }

        Movements.AddRange(Balance.Since(before));
        Check(step);
    }

    private void Reserve(Euro amount)
    {
        switch (Balance.Reserve(amount))
        {
            case Reservation.Reserved reserved:
                Expect(reserved.Allocation.Total == amount, "the shares do not add up to the amount");
                Balance = reserved.After;
                _open.Add(reserved.Allocation);
                break;
            case Reservation.NotEnough notEnough:
                Expect(Balance.Available + notEnough.ShortBy == amount, "the shortage is wrong");
                break;
        }
    }

    private void Grant(int number)
    {
        var reserved = Take(number);
        var amount = new Euro((number % reserved.Total.Cents) + 1);
        var granted = Balance.Grant(reserved, amount);
        Expect(granted.Allocation.Total == amount && granted.Released == reserved.Total - amount, "grant and rest are not the reservation");
        Expect(granted.Allocation.Shares.All(share => share.Amount <= reserved.From(share.FundId)), "a fund grants more than it reserved");
        _granted += amount;
        Balance = granted.After;
    }

    private Allocation Take(int number)
    {
        var taken = _open[number % _open.Count];
        _open.Remove(taken);
        return taken;
    }

    private void Check(PotStep step)
    {
        Expect(Balance.Funds.All(fund => fund.Available >= Euro.Zero && fund.Reserved >= Euro.Zero && fund.Granted >= Euro.Zero), $"below zero after {step}");
        Expect(Balance.Total == _total, $"the total changed by {step}");
        Expect(Balance.Reserved == Euro.Sum(_open.Select(allocation => allocation.Total)), $"reserved is off after {step}");
        Expect(Balance.Granted == _granted, $"granted is off after {step}");
        Expect(Balance.Total == Balance.Available + Balance.Reserved + Balance.Granted, $"a cent leaked in {step}");
    }

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            Problems.Add(problem);
        }
    }
}
