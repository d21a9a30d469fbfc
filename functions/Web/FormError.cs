namespace Initiatiefloket.Web;

/// <summary>One message about a form. <paramref name="Field"/> is the name of the field, or empty when it is about the form as a whole.</summary>
public sealed record FormError(string Field, string Message);
