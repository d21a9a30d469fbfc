using Initiatiefloket.Languages;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>What the words of a letter need to be a translation as well.</summary>
internal static class InTwoLanguages
{
    private const string Act = "Algemene wet bestuursrecht";

    extension(string words)
    {
        /// <summary>
        /// Words that have no English: of people, of the policy, and names. In a translation they stand as they were written, marked as Dutch; nothing translates them,
        /// since a machine that errs would say something that nobody decided.
        /// </summary>
        public string AsWritten => Language.IsEnglish ? LetterRun.InDutch(words) : words;
    }

    extension(IStringLocalizer<Texts> texts)
    {
        /// <summary>"Algemene wet bestuursrecht, artikel 4:42".</summary>
        public string Awb(string article) => WithNameOfAct(texts["Algemene wet bestuursrecht, artikel {0}", article]);

        /// <summary>"Algemene wet bestuursrecht, artikel 6:7 en 6:8".</summary>
        public string Awb(string one, string other) => WithNameOfAct(texts["Algemene wet bestuursrecht, artikel {0} en {1}", one, other]);
    }

    private static string WithNameOfAct(string text) => text.Replace(Act, Act.AsWritten, StringComparison.Ordinal);
}
