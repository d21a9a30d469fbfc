using Initiatiefloket.Testing;

namespace Initiatiefloket.Demo;

/// <summary>Six residents' proposals.</summary>
internal static class Proposals
{
    /// <summary>A day that is still to come, whenever this runs.</summary>
    public static DateOnly NextSpring { get; } = new(DateTime.Today.Year + 1, 4, 1);

    public static Proposal EatTogether { get; } = new()
    {
        Title = "Samen eten in De Thij",
        Plan = "Elke maand koken wij met buren voor buren die weinig mensen zien. Aan tafel leren zij elkaar kennen.",
        Neighbourhood = "de-thij",
        Theme = "meedoen-en-ontmoeten",
        Participants = "40",
        Asked = "1.200",
        Name = "Truus Wolters",
        Email = "truus@bewoner.example",
        StartsOn = NextSpring,
    };

    public static Proposal EscapeRoom { get; } = new()
    {
        Title = "Escaperoom in het museum",
        Plan = "Jongeren met autisme bedenken en bouwen een escaperoom in het museum Palthehuis. Zij ontvangen zelf de bezoekers. "
            + "Zo doen zij werkervaring op, en ziet de stad wat zij kunnen.",
        Neighbourhood = "binnenstad",
        Theme = "opgroeien-en-jeugd",
        Participants = "12",
        Asked = "4.500",
        Name = "Stichting Anders Sterk",
        Email = "anderssterk@bewoner.example",
        StartsOn = NextSpring,
    };

    public static Proposal CyclingBuddies { get; } = new()
    {
        Title = "Fietsmaatjes op de duofiets",
        Plan = "Vrijwilligers fietsen met ouderen die niet meer alleen kunnen fietsen. Wij kopen daarvoor twee tweedehands duofietsen.",
        Neighbourhood = "zuid-berghuizen",
        Theme = "langer-thuis-en-zorg",
        Participants = "30",
        Asked = "2.400",
        Name = "Gerrit Heerink",
        Email = "gerrit@bewoner.example",
        StartsOn = NextSpring,
    };

    public static Proposal NeighbourhoodGarden { get; } = new()
    {
        Title = "Buurttuin aan de rand van De Essen",
        Plan = "Op het veldje naast de school maken wij met de hele straat een tuin met groente, bankjes en een pad voor rolstoelen.",
        Neighbourhood = "de-essen",
        Theme = "gezond-leven",
        Participants = "120",
        Asked = "7.500",
        Name = "Samira el Haddad",
        Email = "samira@bewoner.example",
        StartsOn = NextSpring,
    };

    public static Proposal Fireworks { get; } = new()
    {
        Title = "Vuurwerk bij de opening van mijn winkel",
        Plan = "Ik open een winkel en wil met vuurwerk laten zien dat de straat weer leeft.",
        Neighbourhood = "binnenstad",
        Theme = "werk-en-ondernemen",
        Participants = "300",
        Asked = "2.000",
        Name = "Ron Lansink",
        Email = "ron@bewoner.example",
        StartsOn = NextSpring,
    };

    public static Proposal RepairCafe { get; } = new()
    {
        Title = "Repaircafé in Zandhorst",
        Plan = "Eén zaterdag in de maand helpen handige buren anderen met het repareren van spullen.",
        Neighbourhood = "zandhorst",
        Theme = "meedoen-en-ontmoeten",
        Participants = "25",
        Asked = "900",
        Name = "Wim ter Horst",
        Email = "wim@bewoner.example",
        StartsOn = NextSpring,
    };
}
