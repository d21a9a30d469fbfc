using Initiatiefloket.Status;
using Initiatiefloket.Submission;
using Initiatiefloket.Support;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Submission;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed class TypedEmailTests
{
    public static TheoryData<string, EmailFault> Faults { get; } = new()
    {
        { "", EmailFault.IsNone },
        { "jan", EmailFault.IsNone },
        { "@voorbeeld.nl", EmailFault.IsNone },
        { "jan@voorbeeld", EmailFault.IsNone },
        { "jan@piet@voorbeeld.nl", EmailFault.IsNone },
        { "Jan <jan@voorbeeld.nl>", EmailFault.IsNone },
        { "jan@voorbeeld.nl, piet@voorbeeld.nl", EmailFault.IsNone },
        { "mailto:jan@voorbeeld.nl", EmailFault.IsNone },
        { "jan@voorbeeld.nl\u200D", EmailFault.IsNone },
        { "j\u00ADan@voorbeeld.nl", EmailFault.IsNone },
        { "jan.@voorbeeld.nl", EmailFault.HasStrayDot },
        { ".jan@voorbeeld.nl", EmailFault.HasStrayDot },
        { "jan..smit@voorbeeld.nl", EmailFault.HasStrayDot },
        { "jan@voorbeeld..nl", EmailFault.HasStrayDot },
        { "jan@.voorbeeld.nl", EmailFault.HasStrayDot },
        { "jan@voorbeeld.nl.", EmailFault.HasStrayDot },
        { "josé@voorbeeld.nl", EmailFault.HasWrongName },
        { "ян@voorbeeld.nl", EmailFault.HasWrongName },
        { "jan\uFE0F@voorbeeld.nl", EmailFault.HasWrongName },
        { "jan@voorbeeld.nl/", EmailFault.HasWrongHost },
        { "jan@https//voorbeeld.nl", EmailFault.HasWrongHost },
        { "jan@voor_beeld.nl", EmailFault.HasWrongHost },
        { "jan@-voorbeeld.nl", EmailFault.HasWrongHost },
        { "jan@voorbeeld-.nl", EmailFault.HasWrongHost },
        { "jan@voorbeeld.nl?", EmailFault.HasWrongHost },
        { "jan@192.168.1.1", EmailFault.HasWrongHost },
        { $"jan@{new string('a', 64)}.nl", EmailFault.HasWrongHost },
        { $"{new string('a', 65)}@voorbeeld.nl", EmailFault.IsTooLong },
        { $"jan@{string.Join('.', Enumerable.Repeat(new string('b', 62), 4))}.nl", EmailFault.IsTooLong },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void FaultOf_AddressThatMailCannotReach_SaysWhatIsWrong(string typed, EmailFault fault) => Assert.Equal(fault, TypedEmail.FaultOf(typed));

    [Theory]
    [InlineData("jan@voorbeeld.nl")]
    [InlineData("JAN@Voorbeeld.NL")]
    [InlineData("j.a-n_o'neil+wijk@sub.voor-beeld.nl")]
    [InlineData("1@1.nl")]
    [InlineData("jan@bücher.example")]
    [InlineData("jan@xn--bcher-kva.example")]
    [InlineData("jan@пример.рф")]
    public void FaultOf_AddressThatMailCanReach_IsNone(string typed) => Assert.Null(TypedEmail.FaultOf(typed));

    [Fact]
    public void FaultOf_LongestNameAndLabel_IsNone() => Assert.Null(TypedEmail.FaultOf($"{new string('a', 64)}@{new string('b', 63)}.nl"));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckEmail_EachForm_SaysTheSame(string typed, EmailFault fault)
    {
        var word = fault switch
        {
            EmailFault.IsNone => "e-mailadres in",
            EmailFault.HasStrayDot => "een punt te veel",
            EmailFault.HasWrongName => "voor de @",
            EmailFault.HasWrongHost => "achter de @",
            EmailFault.IsTooLong => "te lang",
            _ => "",
        };
        var checks = new ApplicationChecks(Cases.Policy, new DateOnly(2026, 3, 2), AppTexts.Localizer);
        checks.Read(Forms.Complete with { Email = typed });
        var contact = new FormErrors();
        new ContactForm("Jan", typed, "", "").Check(AppTexts.Localizer, contact);
        var support = new FormErrors();
        new SupportForm("Jan", "Plein 1", typed).Check(support, AppTexts.Localizer);

        Assert.All(
            new[] { checks.Errors, contact, support },
            errors => Assert.Contains(word, Assert.Single(errors).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jan@bücher.example", "jan@xn--bcher-kva.example")]
    [InlineData("Jan@BÜCHER.example", "Jan@xn--bcher-kva.example")]
    [InlineData("jan@пример.рф", "jan@xn--e1afmkfd.xn--p1ai")]
    [InlineData("Jan@Voorbeeld.nl", "Jan@Voorbeeld.nl")]
    [InlineData("josé@voorbeeld.nl", "josé@voorbeeld.nl")]
    [InlineData("geen adres é", "geen adres é")]
    public void ForSending_Address_HasAHostThatMailServersKnow(string typed, string sent) => Assert.Equal(sent, TypedEmail.ForSending(typed));
}

public sealed class TypedPhoneTests
{
    [Theory]
    [InlineData("06 12345678")]
    [InlineData("06-12345678")]
    [InlineData("0541.58.81.11")]
    [InlineData("0541/588111")]
    [InlineData("0541 – 588 111")]
    [InlineData("(0541) 588111")]
    [InlineData("+31 (0)541 588111")]
    [InlineData("(+31) 541 588111")]
    [InlineData("+49 5921/12345-67")]
    [InlineData("0049 (0) 5921 / 12 34 56")]
    public void IsOne_NumberAsPeopleTypeIt_IsTaken(string typed) => Assert.True(TypedPhone.IsOne(typed));

    [Theory]
    [InlineData("")]
    [InlineData("bel maar")]
    [InlineData("1234567")]
    [InlineData("06 12345678 of 06 87654321")]
    [InlineData("0612345678 0687654321")]
    [InlineData("06+12345678")]
    [InlineData("٠٦١٢٣٤٥٦٧٨")]
    [InlineData("06 12345678 ........................................")]
    public void IsOne_AnythingElse_IsNot(string typed) => Assert.False(TypedPhone.IsOne(typed));
}
