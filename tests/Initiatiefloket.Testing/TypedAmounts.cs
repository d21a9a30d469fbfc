namespace Initiatiefloket.Testing;

/// <summary>Amounts as people type them, for the server and for the script that adds them up while they type: both read them alike.</summary>
public static class TypedAmounts
{
    /// <summary>What is typed on a page in Dutch, and the cents that it means; nothing when it is no amount.</summary>
    public static IReadOnlyList<(string Typed, long Cents)> All { get; } =
    [
        ("1250", 1250_00),
        ("1.250", 1250_00),
        ("1 250", 1250_00),
        ("1\u00A0250", 1250_00),
        ("1\u202F250,50", 1250_50),
        ("1250.50", 1250_50),
        ("12,5", 12_50),
        ("1.250,\u2014", 1250_00),
        ("1.250,\u2013", 1250_00),
        ("1.250,-", 1250_00),
        ("1.250,--", 1250_00),
        ("1.250,\u2212", 1250_00),
        ("1250,-", 1250_00),
        ("€1250", 1250_00),
        ("€ 1250", 1250_00),
        ("1250 euro", 1250_00),
        ("1250 Euro", 1250_00),
        ("EUR 1250", 1250_00),
        ("1250,\u2014 euro", 1250_00),
        ("1\u200B250\u00AD", 1250_00),
        ("\u202A1250\u202C", 1250_00),
        ("999999999,99", 999_999_999_99),
        ("", 0),
        ("1,250", 0),
        ("12.5", 0),
        ("1.250 000", 0),
        ("-5", 0),
        ("veel", 0),
        ("1000000000", 0),
    ];
}
