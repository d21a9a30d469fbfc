using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Status;

public sealed class ContactTests
{
    [Theory]
    [InlineData("", "truus@bewoner.example", "", "Vul uw naam in.")]
    [InlineData("Truus", "", "", "Vul uw e-mailadres in.")]
    [InlineData("Truus", "truus", "", "Vul een e-mailadres in met een @")]
    [InlineData("Truus", "truus@bewoner.example", "bel maar", "Vul een telefoonnummer in")]
    public void Check_Wrong_SaysWhatToFillIn(string name, string email, string phone, string message)
    {
        var errors = new FormErrors();
        new ContactForm(name, email, phone, "").Check(AppTexts.Localizer, errors);

        Assert.StartsWith(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangeIn_OnlyOtherCapitalsInTheAddress_IsTheSame()
    {
        Assert.Equal(Cases.Applicant.Email, new ContactForm("T", Cases.Applicant.Email.ToUpperInvariant(), "", "").ChangeIn(Cases.Applicant).Email);
        Assert.Equal("truus@ander.example", new ContactForm("T", "truus@ander.example", "", "").ChangeIn(Cases.Applicant).Email);
    }
}
