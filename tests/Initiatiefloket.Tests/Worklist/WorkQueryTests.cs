using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Worklist;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Initiatiefloket.Tests.Worklist;

public sealed class WorkQueryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?stand=te-laat")]
    [InlineData("?zoek=samen%20eten&wacht=reviewer%3Awelzijn&thema=meedoen-en-ontmoeten&wijk=de-thij&band=vrij&status=InReview&volgorde=Amount&pagina=3")]
    [InlineData("?lijst=afgerond&na=0636086159999999999-BI-2026-7K3M9")]
    public void Read_WhatTheListItselfWrites_ComesBackTheSame(string address)
    {
        var query = Read(address);

        Assert.False(query.IsStrange);
        Assert.Equal(address, query.ToAddress());
    }

    [Theory]
    [InlineData("?stand=alles")]
    [InlineData("?wacht=burgemeester")]
    [InlineData("?wacht=applicant")]
    [InlineData("?thema=%27%20or%20true")]
    [InlineData("?wijk=x&band=y")]
    [InlineData("?status=9")]
    [InlineData("?volgorde=0")]
    [InlineData("?pagina=0")]
    [InlineData("?pagina=99999999999999")]
    [InlineData("?lijst=alles")]
    [InlineData("?na=hier")]
    [InlineData("?stand=te-laat&stand=raad")]
    public void Read_Nonsense_IsLeftOutAndTold(string address)
    {
        var query = Read(address);

        Assert.True(query.IsStrange);
        Assert.Equal("", query.ToAddress());
    }

    [Fact]
    public void Read_ALongSearch_IsCutOff() => Assert.Equal((100, true), (Read("?zoek=" + new string('a', 300)).Search.Length, Read("?zoek=" + new string('a', 300)).IsStrange));

    [Fact]
    public void Words_OfACase_AreOfTitleNameAndReference()
    {
        var item = WorkItem.Of(Cases.InReview, Cases.Policy) with { Applicant = "Zoë van 't Häuser" };

        Assert.Equal(["samen", "eten", "in", "de", "thij", "zoe", "van", "t", "hauser", "bi", "2026", "7k3m9"], SearchWords.Of(item));
    }

    [Theory]
    [InlineData("eten thij", true)]
    [InlineData("ET", true)]
    [InlineData("bi-2026-7k3", true)]
    [InlineData("eten park", false)]
    [InlineData("", true)]
    public void Match_BeginningsOfWords_AllHaveToBeThere(string typed, bool isFound) =>
        Assert.Equal(isFound, SearchWords.Match(SearchWords.Typed(typed), SearchWords.Of(WorkItem.Of(Cases.InReview, Cases.Policy))));

    [Fact]
    public void ToAddress_OfWhatIsDoneTogether_ComesBackTheSame()
    {
        var asked = new TogetherRequest(WorklistPaths.HandOver, Cases.Reviewer, Actor.Coordinator, ["BI-2026-AAAAA", "BI-2026-BBBBB"]) { List = "?wacht=reviewer%3Awelzijn", IsDone = true };

        var read = TogetherRequest.Read(QueryOf(asked.ToAddress()), Cases.Policy);

        Assert.Equal((asked.Act, asked.From, asked.To, asked.List, true), (read.Act, read.From, read.To, read.List, read.IsDone));
        Assert.Equal(asked.Cases, read.Cases);
    }

    private static WorkQuery Read(string address) => WorkQuery.Read(QueryOf(address), Cases.Policy);

    private static QueryCollection QueryOf(string address) => new(QueryHelpers.ParseQuery(address));
}
