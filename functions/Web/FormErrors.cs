using System.Collections;
using Initiatiefloket.Languages;

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

    /// <summary>Adds a message when a text is missing or too long.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="message">What to say when there is nothing.</param>
    /// <param name="longest">Largest number of characters.</param>
    public void Require(string field, string text, string message, int longest)
    {
        if (text.Length == 0)
        {
            Add(field, message);
        }

        AtMost(field, text, longest);
    }

    /// <summary>Adds a message when a text is too long.</summary>
    public void AtMost(string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            Add(field, Language.IsEnglish
                ? $"Make the text shorter: at most {longest} characters. Now there are {text.Length}."
                : $"Maak de tekst korter: ten hoogste {longest} tekens. Nu zijn het er {text.Length}.");
        }
    }

    /// <summary>The messages about some of the fields, as when a form has several pages.</summary>
    public FormErrors At(Func<string, bool> isHere)
    {
        var here = new FormErrors();
        here._errors.AddRange(_errors.Where(error => isHere(error.Field)));
        return here;
    }

    /// <summary>The first message for a field, or null when the field is right.</summary>
    public string? For(string field) => _errors.Find(error => error.Field == field)?.Message;

    public IEnumerator<FormError> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One message about a form. <paramref name="Field"/> is the name of the field, or empty when it is about the form as a whole.</summary>
public sealed record FormError(string Field, string Message);
