using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.DevHost.Probe.Timers;

/// <summary>Timers that write down when they ran.</summary>
public static class Rounds
{
    private static readonly ConcurrentQueue<string> Ran = new();

    [Function(nameof(OnceAYear))]
    public static void OnceAYear([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => Note(nameof(OnceAYear), timer);

    [Function(nameof(AtStart))]
    public static void AtStart([TimerTrigger("0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => Note(nameof(AtStart), timer);

    [Function(nameof(EachSecond))]
    public static void EachSecond([TimerTrigger("* * * * * *")] TimerInfo timer) => Note(nameof(EachSecond), timer);

    [Function(nameof(Noted))]
    public static IResult Noted([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds")] HttpRequest request) => TypedResults.Text(string.Join('\n', Ran));

    private static void Note(string name, TimerInfo timer) => Ran.Enqueue($"{name} {(timer.IsPastDue ? "late" : "on time")} {(timer.ScheduleStatus is null ? "unknown" : $"{timer.ScheduleStatus.Next:MM-dd HH:mm}")}");
}
