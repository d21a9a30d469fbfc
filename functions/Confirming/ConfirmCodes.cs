using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Platform;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Confirming;

/// <summary>
/// Codes of six digits that confirm a decision behind a link, mailed to the person to whom the link was sent. A code is good for one decision of one person and one posted form,
/// for fifteen minutes and five tries. It is stored nowhere: it is the HMAC of decision, form and moment under the app's secret, so that who reads the tables has no code.
/// </summary>
public sealed partial class ConfirmCodes(ConfirmCodeTable table, KeyedHash hash, CasePost post, OfficePost office, People people, TimeProvider clock, ILogger<ConfirmCodes> logger)
{
    private const int Digits = 6;
    private const uint Codes = 1_000_000;

    /// <summary>The code in what somebody typed, with or without spaces; null when it cannot be a code, which costs no try.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        return code.Length == Digits ? code : null;
    }

    /// <summary>Mails a code for this decision; the code before it stops working. Asked twice at once, one mail goes out.</summary>
    public async Task<CodeMailed> MailAsync(DecisionToConfirm asked, CancellationToken cancellation)
    {
        var (outcome, codes) = await table.ChangeAsync(asked.Name, before => Task.FromResult(before.Issue(asked.Form, clock.GetUtcNow())), cancellation);
        if (outcome is CodeMailed.Sent)
        {
            var code = await CodeOfAsync(asked.Name, codes.CodeFor(asked.Form)!, cancellation);
            var step = string.Create(CultureInfo.InvariantCulture, $"confirm-code-{asked.Name}-{codes.IssuedAt.UtcTicks}");
            if (await SendAsync(asked, step, ConfirmMails.Code(asked, code, codes.ValidUntil), cancellation) is { TakenAt: null })
            {
                return new CodeMailed.Refused();
            }
        }

        return outcome;
    }

    /// <summary>Checks a code that somebody typed for this decision.</summary>
    /// <param name="asked">The decision as it is posted now.</param>
    /// <param name="code">From <see cref="Read"/>.</param>
    public async Task<CodeChecked> CheckAsync(DecisionToConfirm asked, string code, CancellationToken cancellation)
    {
        var (outcome, _) = await table.ChangeAsync(asked.Name, TryAsync, cancellation);
        if (outcome is CodeChecked.UsedUp)
        {
            Log.CodeUsedUp(logger, asked.Link.InitiativeId, asked.Link.Person);
        }

        return outcome;

        async Task<(CodeChecked Outcome, CodesOfDecision After)> TryAsync(CodesOfDecision codes)
        {
            var issued = codes.CodeFor(asked.Form);
            var right = issued is null ? "" : await CodeOfAsync(asked.Name, issued, cancellation);
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(code));
            return codes.Try(asked.Form, isRight, clock.GetUtcNow());
        }
    }

    // What is about no case is no matter of a case's post.
    private Task<Posted> SendAsync(DecisionToConfirm asked, string step, MailMessage mail, CancellationToken cancellation)
    {
        var (caseId, person) = (asked.Link.InitiativeId, asked.Link.Person);
        return caseId == Link.NoInitiative
            ? office.SendAsync(
                new MailKey($"codes-{person}", step, MailKind.ToProfessional) { DespiteRefusal = true }, person, people.Find(person), () => Task.FromResult(mail), cancellation)
            : post.SendPlainAsync(new MailKey(caseId, step, MailKind.ToProfessional) { DespiteRefusal = true }, person, () => mail, cancellation);
    }

    // Under the secret of now only: a code lives a quarter of an hour, and a second one that is right would make guessing worth twice as much.
    private async Task<string> CodeOfAsync(string name, IssuedCode codes, CancellationToken cancellation)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{name}\n{codes.Form}\n{codes.IssuedAt.UtcTicks}");
        var number = BinaryPrimitives.ReadUInt64BigEndian(await hash.OfAsync("confirm-code", text, cancellation)) % Codes;
        return number.ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The tries for a confirmation code are used up. Initiative: {InitiativeId}. Sent to: {Person}.")]
        public static partial void CodeUsedUp(ILogger logger, string initiativeId, Actor person);
    }
}

/// <summary>What became of a code that somebody typed.</summary>
public abstract record CodeChecked
{
    private CodeChecked()
    {
    }

    /// <summary>It is the code for this decision. Each check counts as a try, also this one; until the tries are used up it stays right, so that a decision that could not be saved can be sent again.</summary>
    public sealed record Confirmed : CodeChecked;

    /// <summary>It is not the code.</summary>
    /// <param name="TriesLeft">How often another one may be tried; at least once.</param>
    public sealed record Wrong(int TriesLeft) : CodeChecked;

    /// <summary>The tries are used up: a new code is needed.</summary>
    public sealed record UsedUp : CodeChecked;

    /// <summary>Its time is over: a new code is needed.</summary>
    public sealed record Expired : CodeChecked;

    /// <summary>No code was mailed for this very decision: it is new, or was changed since.</summary>
    public sealed record ForAnotherDecision : CodeChecked;
}

/// <summary>What became of a request for a code.</summary>
public abstract record CodeMailed
{
    private CodeMailed()
    {
    }

    /// <summary>A code is on its way, or was a moment ago.</summary>
    /// <param name="ValidUntil">When it stops working.</param>
    public sealed record Sent(DateTimeOffset ValidUntil) : CodeMailed;

    /// <summary>The mail service does not take the mail with the code.</summary>
    public sealed record Refused : CodeMailed;

    /// <summary>Too many codes were asked for this decision.</summary>
    /// <param name="Wait">How long until the next one.</param>
    public sealed record TooOften(TimeSpan Wait) : CodeMailed;
}
