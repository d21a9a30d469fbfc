using System.Globalization;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;

namespace Initiatiefloket.Tests.Languages;

public sealed class LanguageTests
{
    [Fact]
    public void In_English_SpeaksItWhileWritingAndTheFormerLanguageAfterIt()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        var written = Language.In(Language.English, () => $"{Euro.Whole(1200)}");

        Assert.Equal("€1,200.00", written);
        Assert.Equal(before, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }

    [Fact]
    public void In_WhatFails_SpeaksTheFormerLanguageAfterItToo()
    {
        Assert.Throws<InvalidOperationException>(() => Language.In<string>(Language.English, () => throw new InvalidOperationException()));

        Assert.False(Language.IsEnglish);
    }
}
