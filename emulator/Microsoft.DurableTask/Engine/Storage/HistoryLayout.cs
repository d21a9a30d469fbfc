using System.Globalization;
using Azure.Data.Tables;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>
/// Where the text of a history ends: it fills columns of the instance's row, and when that is full of rows after it. What lies
/// beyond this mark is from a change that was never finished, and does not count.
/// </summary>
/// <param name="Row">The row that is being filled; 0 is the instance's own.</param>
/// <param name="Pieces">The number of columns in use in that row.</param>
/// <param name="Length">The number of characters in that row.</param>
internal readonly record struct HistoryLayout(int Row, int Pieces, int Length)
{
    // A column holds 32 Ki characters, an entity 1 MiB (two bytes a character) in at most 252 columns.
    private const int MaxPieceLength = 30_000;
    private const int MaxPieces = 180;
    private const int MaxRowLength = 400_000;
    private const int MaxFirstRowLength = 240_000;

    /// <summary>The columns that hold the layout.</summary>
    public static readonly string[] Columns =
    [
        nameof(HistoryLayout) + nameof(Row), nameof(HistoryLayout) + nameof(Pieces), nameof(HistoryLayout) + nameof(Length),
    ];

    private int Room => (Row == 0 ? MaxFirstRowLength : MaxRowLength) - Length;

    public static string RowKey(int generation, int row) => string.Create(CultureInfo.InvariantCulture, $"h{generation:d6}-{row:d4}");

    public static string Column(int piece) => string.Create(CultureInfo.InvariantCulture, $"H{piece:d3}");

    public static HistoryLayout Read(TableEntity row) => new(
        row.GetInt32(Columns[0]) ?? 0, row.GetInt32(Columns[1]) ?? 0, row.GetInt32(Columns[2]) ?? 0);

    /// <summary>Whether a row of an instance holds its whole history.</summary>
    public static bool IsInOneRow(TableEntity row) => !row.TryGetValue(Columns[0], out var last) || last is 0;

    public void Write(TableEntity row)
    {
        row[Columns[0]] = Row;
        row[Columns[1]] = Pieces;
        row[Columns[2]] = Length;
    }

    /// <summary>Cuts text that is added to the history into columns of rows, and returns where the history then ends.</summary>
    public HistoryLayout Append(string text, Action<int, string, string> put)
    {
        var end = this;
        for (var start = 0; start < text.Length;)
        {
            if (end.Pieces == MaxPieces || end.Room < Math.Min(text.Length - start, MaxPieceLength))
            {
                end = new(end.Row + 1, 0, 0);
            }

            var length = Math.Min(Math.Min(MaxPieceLength, text.Length - start), end.Room);
            if (char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            put(end.Row, Column(end.Pieces), text.Substring(start, length));
            end = end with { Pieces = end.Pieces + 1, Length = end.Length + length };
            start += length;
        }

        return end;
    }

    /// <summary>The text in one row, as far as it counts.</summary>
    public IEnumerable<string> Texts(int number, TableEntity row)
    {
        var pieces = number < Row ? MaxPieces : Pieces;
        for (var piece = 0; piece < pieces && row.GetString(Column(piece)) is { } text; piece++)
        {
            yield return text;
        }
    }
}
