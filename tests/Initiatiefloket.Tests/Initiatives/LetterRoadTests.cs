using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class LetterRoadTests
{
    [Theory]
    [InlineData(false, LetterRoad.Clear)]
    [InlineData(false, LetterRoad.NotAnnounced, InitiativeEventKind.LetterNotSent)]
    [InlineData(true, LetterRoad.Clear, InitiativeEventKind.LetterNotSent, InitiativeEventKind.LetterPosted)]
    [InlineData(true, LetterRoad.Clear, InitiativeEventKind.LetterNotSent, InitiativeEventKind.LetterSent)]
    [InlineData(true, LetterRoad.Clear, InitiativeEventKind.LetterSent)]
    [InlineData(true, LetterRoad.NotArrived, InitiativeEventKind.LetterSent, InitiativeEventKind.LetterNotDelivered)]
    [InlineData(true, LetterRoad.NotArrived, InitiativeEventKind.LetterSent, InitiativeEventKind.LetterNotDelivered, InitiativeEventKind.LetterNotSent)]
    [InlineData(true, LetterRoad.NotArrived, InitiativeEventKind.LetterSent, InitiativeEventKind.LetterNotDelivered, InitiativeEventKind.MailRefused)]
    [InlineData(true, LetterRoad.Clear, InitiativeEventKind.LetterSent, InitiativeEventKind.LetterNotDelivered, InitiativeEventKind.LetterPosted)]
    public void Of_Trail_SaysWhetherTheLetterHasToGoByPost(bool isAnnounced, LetterRoad road, params InitiativeEventKind[] happened)
    {
        var letter = Cases.LetterOf(LetterKind.Award) with { AnnouncedOn = isAnnounced ? new DateOnly(2026, 4, 21) : null };
        var events = happened.Select((kind, index) => new InitiativeEvent($"{index}", kind, Cases.AskedAt.AddHours(index), Actor.Workflow));

        Assert.Equal(road, LetterRoads.Of(Cases.In(InitiativeState.Granted) with { Letters = [letter] }, [.. events]));
    }
}
