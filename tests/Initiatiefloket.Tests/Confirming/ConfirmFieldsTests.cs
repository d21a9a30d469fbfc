using Initiatiefloket.Confirming;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Initiatiefloket.Tests.Confirming;

public sealed class ConfirmFieldsTests
{
    private static readonly string Approve = Of(("keuze", "toekennen"), ("bedrag", "1.200"), ("toelichting", "Goed\r\nplan"));

    public static TheoryData<(string, string)[]> Changed { get; } =
    [
        [("keuze", "toekennen"), ("bedrag", "1.300"), ("toelichting", "Goed\nplan")],
        [("keuze", "afwijzen"), ("bedrag", "1.200"), ("toelichting", "Goed\nplan")],
        [("keuze", "toekennen"), ("bedrag", "1.200"), ("toelichting", "Goed\nplan"), ("voorwaarde", "x")],
        [("keuze", "toekennen"), ("bedrag", "1.200")],
        [("keuze", "toekennen"), ("bedrag", "1.2"), ("toelichting", "00Goed\nplan")],
    ];

    [Fact]
    public void Fingerprint_InAnotherOrderWithTokenAndCode_IsTheSame() => Assert.Equal(
        Approve,
        Of(
            ("__RequestVerificationToken", "abc"),
            ("toelichting", "Goed\nplan"),
            ("bedrag", "1.200"),
            ("keuze", "toekennen"),
            (ConfirmFields.CodeField, "123456"),
            (ConfirmFields.AgainField, "ja")));

    [Theory]
    [MemberData(nameof(Changed))]
    public void Fingerprint_AnythingElseChanged_Differs((string, string)[] fields) => Assert.NotEqual(Approve, Of(fields));

    [Fact]
    public void Fields_OfTheDecision_AreKeptInOrderWithEachValue() => Assert.Equal(
        [KeyValuePair.Create("reden", "a"), KeyValuePair.Create("reden", "b"), KeyValuePair.Create("bedrag", "")],
        ConfirmFields.FieldsOf(Form(("reden", "a"), ("reden", "b"), ("__RequestVerificationToken", "x"), ("bedrag", ""), (ConfirmFields.CodeField, "1"))));

    private static string Of(params (string Name, string Value)[] fields) => ConfirmFields.FingerprintOf(Form(fields));

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields
        .GroupBy(field => field.Name)
        .ToDictionary(group => group.Key, group => new StringValues([.. group.Select(field => field.Value)])));
}
