using Initiatiefloket.Terms;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What a letter says of the meeting in which the council decided.</summary>
internal static class CouncilMeetingWords
{
    extension(LetterDraft draft)
    {
        /// <summary>"14 september 2026 (raadsvergadering, agendapunt 7b)".</summary>
        public string DayOf(CouncilMeeting meeting) => meeting.Name is { } name
            ? $"{meeting.On.InWords()} ({name.AsWritten}{(meeting.AgendaItem is { } item ? $", {draft.Texts["agendapunt {0}", item]}" : "")})"
            : meeting.On.InWords();

        /// <summary>Where the decision was published, unless nobody said.</summary>
        public LetterDraft SayWhereToRead(CouncilMeeting meeting) =>
            meeting.PublishedAt is { } address ? draft.Say(draft.Texts["U leest het besluit van de raad op {0}", address.AbsoluteUri]) : draft;
    }
}
