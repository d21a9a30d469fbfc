using System.Diagnostics;
using Initiatiefloket.Endings.Letters;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Desk;

/// <summary>What the coordinator filled in for a letter that is made by hand; each kind asks some of it.</summary>
public sealed record LaterLetterForm
{
    public const string AmountField = "bedrag";
    public const string GroundField = "grond";
    public const string DayField = "dag";
    public const string WordsField = "besluit";
    public const string ReasonsField = "redenen";

    /// <summary>How many letters there were when the form was shown: a later one may have changed what is decided.</summary>
    public const string CountField = "brieven";

    /// <summary>Names what the coordinator read before sending it.</summary>
    public const string ReadField = "gelezen";

    /// <summary>The tick that says so; a button alone is not enough, because programs that scan mail press buttons too.</summary>
    public const string AgreeField = "akkoord";
    private const int Longest = 8000;

    public string Amount { get; init; } = "";

    public string Ground { get; init; } = "";

    public DateParts Day { get; init; } = DateParts.Empty;

    public string Words { get; init; } = "";

    public string Reasons { get; init; } = "";

    public string Count { get; init; } = "";

    public string WasRead { get; init; } = "";

    public bool Agrees { get; init; }

    public static LaterLetterForm Empty { get; } = new();

    public static LaterLetterForm Read(IFormCollection form) => new()
    {
        Amount = form.Line(AmountField),
        Ground = form.Line(GroundField),
        Day = DateParts.From(form, DayField),
        Words = form.Text(WordsField),
        Reasons = form.Text(ReasonsField),
        Count = form.Line(CountField),
        WasRead = form.Line(ReadField),
        Agrees = form.ContainsKey(AgreeField),
    };

    /// <summary>The letter, or null with the errors added.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="about">What it is written from.</param>
    /// <param name="view">The case.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public DecisionModel? ToModel(LetterKind kind, LetterCase about, DeskView view, FormErrors errors)
    {
        if (kind != LetterKind.PenaltyDecision)
        {
            errors.Require(ReasonsField, Reasons, "Vul in waarom u dit besluit. De aanvrager leest dit in de brief.", Longest);
        }

        return new LaterLetterReader(this, about, view, errors).Read(kind);
    }

    /// <summary>A text that the letter needs.</summary>
    internal string ReadWords(FormErrors errors, string whatToFillIn)
    {
        errors.Require(WordsField, Words, whatToFillIn, Longest);
        return Words;
    }

    /// <summary>An amount that the letter needs, at most so much; null with the error added.</summary>
    internal Euro? ReadAmount(FormErrors errors, Euro most)
    {
        switch (EuroInput.Read(Amount))
        {
            case EuroInput.Amount(var value) when value <= most:
                return value;
            case EuroInput.Amount:
                errors.Add(AmountField, $"Vul een bedrag in van ten hoogste {most}. Zoveel is er verleend.");
                return null;
            case EuroInput.Unreadable(var message):
                errors.Add(AmountField, message);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A ground that the letter needs; null with the error added.</summary>
    internal T? ReadGround<T>(FormErrors errors)
        where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(Ground))
        {
            return Enum.Parse<T>(Ground);
        }

        errors.Add(GroundField, "Kies op welke grond u dit besluit.");
        return null;
    }
}
