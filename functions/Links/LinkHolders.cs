using System.Security.Cryptography;
using System.Text;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Links;

/// <summary>
/// Tells at which address the people whom the policy names read mail, and so which of their links still are theirs: who has another address by now, was
/// replaced or left must not go on with the old ones. The applicant's address is no matter of the policy (<see cref="Link.WasForFormerAddress"/>).
/// </summary>
public sealed class LinkHolders(People people, LinkIndex index, TimeProvider clock)
{
    /// <summary>Key of the address to which mail for somebody goes now (<see cref="LinkIndex.KeyOfAsync"/>); null for people whom the policy does not name.</summary>
    public async Task<string?> AddressKeyOfAsync(Actor person, CancellationToken cancellation) =>
        person.IsProfessional ? await index.KeyOfAsync(people.Find(person).Email, cancellation) : null;

    /// <summary>Whether mail for this person goes to another address than when the link was made.</summary>
    public async Task<bool> IsForFormerAddressAsync(Link link, CancellationToken cancellation) =>
        link.Person.IsProfessional
        && !(await index.KeysOfAsync(people.Find(link.Person).Email, cancellation)).Any(key => AreEqual(key, link.AddressKey ?? ""));

    /// <summary>Whether the holder is on the council, but not on this day. Whoever left the policy altogether is found by their address.</summary>
    public bool IsOutOfOffice(Link link) => people.IsOutOfOffice(link.Person, LocalTime.DayOf(clock.GetUtcNow()));

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
