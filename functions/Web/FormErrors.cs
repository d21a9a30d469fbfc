using System.Collections;

namespace Initiatiefloket.Web;

/// <summary>
/// What is wrong with a form as it was sent, in the order of the fields on the page. Cascaded by <see cref="PostForm"/>, so that each
/// field shows its own message.
/// </summary>
public sealed class FormErrors : IReadOnlyList<FormError>
{
    private readonly List<FormError> _errors = [];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count;

    public FormError this[int index] => _errors[index];

    /// <summary>Adds a message that says what to do ("Vul een titel in"). An empty field name means the form as a whole.</summary>
    public void Add(string field, string message)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        _errors.Add(new FormError(field, message));
    }

    /// <summary>The first message for a field, or null when the field is right.</summary>
    public string? For(string field) => _errors.Find(error => error.Field == field)?.Message;

    public IEnumerator<FormError> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
