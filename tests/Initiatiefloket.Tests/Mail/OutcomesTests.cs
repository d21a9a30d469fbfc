using System.Reflection;
using System.Reflection.Emit;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Tests.Mail;

/// <summary>No part of the app sends a mail without looking at what became of it: the compiler lets that pass, so what it made of the sources is read here.</summary>
public sealed class OutcomesTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Fact]
    public void Outcome_OfAMailThatTheAppSends_IsNeverDropped() => Assert.Empty(DroppersIn(typeof(Post).Assembly.GetTypes()));

    [Fact]
    public void Outcome_DroppedInAnyWay_IsFound()
    {
        var droppers = DroppersIn([typeof(Droppers), .. typeof(Droppers).GetNestedTypes(BindingFlags.NonPublic)]);

        Assert.Equal([nameof(Droppers.AwaitAsync), nameof(Droppers.Forget), nameof(Droppers.Wrap)], droppers.Order(StringComparer.Ordinal));
    }

    private static List<string> DroppersIn(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)))
            .Where(Drops)
            .Select(method => SourceOf(method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name)),
    ];

    // The compiler puts the name of a method between angles where it makes another of it.
    private static string SourceOf(string name) => name.StartsWith('<') ? name.Split('<', '>')[1] : name;

    // What is called and then popped is an outcome that nobody saw; so is one that leaves a method as a task without a result.
    private static bool Drops(MethodBase method)
    {
        var body = InstructionsOf(method).ToList();
        return body.Index().Any(one => one.Item.Called is { } called
            && ((IsOutcome(ReturnOf(called)) && body[one.Index + 1].Code == OpCodes.Pop)
                || (IsTaskOfOutcome(ReturnOf(called)) && (body[one.Index + 1].Code == OpCodes.Pop || (method as MethodInfo)?.ReturnType == typeof(Task)))));
    }

    private static bool IsTaskOfOutcome(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && IsOutcome(type.GetGenericArguments()[0]);

    private static bool IsOutcome(Type type) => type == typeof(Posted) || (type.IsArray && type.GetElementType() == typeof(Posted));

    private static Type ReturnOf(MethodBase called) => (called as MethodInfo)?.ReturnType ?? typeof(void);

    private static IEnumerable<(OpCode Code, MethodBase? Called)> InstructionsOf(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xFE;
            var op = Codes[isLong ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += isLong ? 2 : 1;
            if (op != OpCodes.Nop)
            {
                yield return (op, op.OperandType == OperandType.InlineMethod ? Resolve(method, BitConverter.ToInt32(code, at)) : null);
            }

            at += SizeOf(op, code, at);
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);

    private static int SizeOf(OpCode op, byte[] code, int at) => op.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    /// <summary>All that must not be.</summary>
    private static class Droppers
    {
        public static async Task AwaitAsync(Post post) => await SendAsync(post);

        public static void Forget(Post post) => SendAsync(post);

        public static Func<Task> Wrap(Post post) => () => SendAsync(post);

        public static async Task<bool> LookAsync(Post post) => await SendAsync(post) is { TakenAt: not null };

        private static Task<Posted> SendAsync(Post post) => post.SendOnceAsync(
            new MailKey("case", "step", MailKind.Receipt), new Recipient("Anna", "anna@bewoner.example"), () => throw new InvalidOperationException(), CancellationToken.None);
    }
}
