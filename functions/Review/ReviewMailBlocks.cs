using Initiatiefloket.Links;
using Initiatiefloket.Mail;

namespace Initiatiefloket.Review;

/// <summary>What the mails to whoever decides have in common.</summary>
internal static class ReviewMailBlocks
{
    private const int LongestQuote = 600;

    extension(ReviewMailCase review)
    {
        /// <summary>The case in short, for who hears of it the first time.</summary>
        public MailBlock.Facts CaseFacts => new(
        [
            new Fact("Wie", review.Applicant.Organisation ?? review.Applicant.Name),
            .. review.Facts.Items,
            .. review.Application.Gaps is [_, ..] gaps
                ? [new Fact("Nog niet ingevuld", string.Join('\n', gaps.Select(gap => gap.Words.ForReviewer)))]
                : Array.Empty<Fact>(),
            new Fact("Waar u op let", string.Join(", ", review.Policy.Rubric
                .OrderByDescending(line => line.Weight)
                .Select(line => $"{line.Name} ({line.Weight}×)"))),
        ]);

        /// <summary>What the case is about and by when it must be decided.</summary>
        public MailBlock.Facts Facts => new(
            new Fact("Wat", review.Initiative.Title),
            new Fact("Waar", review.Policy.NeighbourhoodName(review.Initiative.NeighbourhoodId)),
            new Fact("Thema", review.Policy.ThemeName(review.Initiative.ThemeId)),
            new Fact("Gevraagd", review.Initiative.Asked.ToString()),
            new Fact("Wettelijk uiterlijk beslissen op", review.DecideBy));

        /// <summary>A button for each choice; all open the page of the same link. No question when the applicant was asked as often as the policy allows.</summary>
        public MailBlock.Choices ChoicesFor(Uri link) => new(
        [
            new MailBlock.Button("Toekennen", link.WithChoice(VerdictForm.Approve)),
            .. review.MayAsk ? [new MailBlock.Button("Vraag stellen", link.WithChoice(VerdictForm.Ask))] : Array.Empty<MailBlock.Button>(),
            new MailBlock.Button("Afwijzen", link.WithChoice(VerdictForm.Decline)),
        ]);
    }

    /// <summary>The beginning of a long text.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        // Not in the middle of a sign of two code units.
        var length = LongestQuote - (char.IsHighSurrogate(text[LongestQuote - 1]) ? 1 : 0);
        return string.Concat(text.AsSpan(0, length), " …");
    }
}
