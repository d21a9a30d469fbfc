namespace Initiatiefloket.Policies;

/// <summary>Reads the part <c>council</c>.</summary>
internal static class CouncilReader
{
    private static readonly Dictionary<string, DigestFrequency> Frequencies = new()
    {
        ["nooit"] = DigestFrequency.Never,
        ["meteen"] = DigestFrequency.AtOnce,
        ["dag"] = DigestFrequency.Day,
        ["week"] = DigestFrequency.Week,
        ["maand"] = DigestFrequency.Month,
    };

    private static readonly Dictionary<string, DayOfWeek> Days = new()
    {
        ["maandag"] = DayOfWeek.Monday,
        ["dinsdag"] = DayOfWeek.Tuesday,
        ["woensdag"] = DayOfWeek.Wednesday,
        ["donderdag"] = DayOfWeek.Thursday,
        ["vrijdag"] = DayOfWeek.Friday,
        ["zaterdag"] = DayOfWeek.Saturday,
        ["zondag"] = DayOfWeek.Sunday,
    };

    public static Council Read(PolicySection section) => new(
        section.List("members", PolicyReader.Each(ReadMember)), section.Whole("callInsNeeded", 1, 100), section.Term("window"))
    {
        Answer = section.TermInDays("answer"),
        Digest = PolicyReader.Whole(section.Section("digest"), digest => new DigestTiming(
            digest.Choice("every", Frequencies), digest.Choice("day", Days), digest.Whole("hour", 0, 23))),
        Recesses = section.List("recess", PolicyReader.Each(recess => new Recess(recess.Text("name"), recess.Day("from"), recess.Day("until")))),
    };

    public static void Check(Council council, PolicyProblems problems)
    {
        if (council.Members.Count > 0 && council.CallInsNeeded > council.Members.Count)
        {
            problems.Add("council.callInsNeeded", $"mag niet hoger zijn dan het aantal raadsleden ({council.Members.Count}).");
        }

        foreach (var (index, member) in council.Members.Index())
        {
            if (member.Until < member.From)
            {
                problems.Add($"council.members[{index}].until", "mag niet eerder zijn dan from.");
            }
        }

        foreach (var (index, recess) in council.Recesses.Index())
        {
            CheckRecess(recess, $"council.recess[{index}]", problems);
        }
    }

    private static CouncilMember ReadMember(PolicySection person) => new(person.Id("id"), person.Text("name"), person.Text("party"), person.Email("email"))
    {
        From = person.Has("from") ? person.Day("from") : null,
        Until = person.Has("until") ? person.Day("until") : null,
    };

    private static void CheckRecess(Recess recess, string path, PolicyProblems problems)
    {
        if (problems.HasAny($"{path}.from") || problems.HasAny($"{path}.until"))
        {
            return;
        }

        var days = recess.Until.DayNumber - recess.From.DayNumber + 1;
        if (days is < 1 or > Recess.MostDays)
        {
            problems.Add($"{path}.until", $"een reces duurt minstens 1 dag en hooguit {Recess.MostDays} dagen.");
        }
    }
}
