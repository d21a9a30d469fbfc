namespace Initiatiefloket.Testing;

/// <summary>
/// A clock that stands still until it is set. Timers made from it, so also <c>Task.Delay(time, clock)</c>, fire when it
/// passes their moment, in order, on the thread that sets it. Safe for use from several threads.
/// </summary>
/// <param name="start">What the clock says at first.</param>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="time">How far; not negative.</param>
    public void Advance(TimeSpan time) => SetUtcNow(GetUtcNow() + time);

    /// <summary>Moves the clock forward to a moment; every timer due until then fires at its own moment.</summary>
    /// <param name="moment">Not before what the clock says now.</param>
    public void SetUtcNow(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, GetUtcNow());
        while (NextDue(moment) is { } due)
        {
            due.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the first timer that is due and returns it; past the last one, moves to the end.</summary>
    private ManualTimer? NextDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            var moment = next?.Due ?? end;
            _now = moment > _now ? moment : _now;
            next?.Plan();
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isDue;
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                _period = period;
                isDue = dueTime == TimeSpan.Zero;
                Due = isDue ? clock._now + period : clock._now + dueTime;
                if (isDue ? period > TimeSpan.Zero : dueTime > TimeSpan.Zero)
                {
                    clock._timers.Add(this);
                }
            }

            if (isDue)
            {
                Fire();
            }

            return true;
        }

        /// <summary>Plans the next time; the caller holds the clock's lock.</summary>
        public void Plan()
        {
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
            }
            else
            {
                clock._timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
