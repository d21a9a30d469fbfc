using System.Globalization;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Web;

internal static class MunicipalityExtensions
{
    extension(Municipality municipality)
    {
        /// <summary>The name as it stands alone or begins a sentence: "Gemeente Oldenzaal".</summary>
        public string Heading => string.Concat(municipality.Name[..1].ToUpper(CultureInfo.CurrentCulture), municipality.Name.AsSpan(1));
    }
}
