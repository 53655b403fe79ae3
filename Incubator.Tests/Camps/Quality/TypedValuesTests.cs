using System.Globalization;
using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Quality;

public sealed class TypedValuesTests
{
    [Theory]
    [InlineData("4,51 4,48;4,6")]
    [InlineData("4.51\n4.48\r\n4.6")]
    [InlineData("4,51\t4.48\u00a04,60 ")]
    public void Read_AnyGapAndDecimalSign_GivesTheValues(string text) => Assert.Equal([4.51m, 4.48m, 4.6m], TypedValues.Read(text, "Values").Value);

    [Theory]
    [InlineData("4,512", 4.512)]
    [InlineData("-0,5", -0.5)]
    [InlineData("\u22123", -3)]
    public void Read_OneValue_HasADecimalSignNotThousands(string text, double expected) => Assert.Equal([(decimal)expected], TypedValues.Read(text, "Values").Value);

    [Theory]
    [InlineData("4,51 kb 4")]
    [InlineData("1,234.5")]
    [InlineData("4,51, 4,48")]
    [InlineData("1e5")]
    public void Read_WhatIsNoNumber_IsRefused(string text) => Assert.True(TypedValues.Read(text, "Values").Was("LotValueUnread"));

    [Fact]
    public void Read_Nothing_IsEmpty() => Assert.Empty(TypedValues.Read(" \n", "Values").Value);

    [Fact]
    public void Write_ThenRead_ChangesNothing()
    {
        decimal[] values = [4.5m, 0.000001m, -12];
        Assert.Equal(values, TypedValues.Read(TypedValues.Write(values, CultureInfo.GetCultureInfo("hu-HU")), "Values").Value);
        Assert.Contains("4,5", TypedValues.Write(values, CultureInfo.GetCultureInfo("hu-HU")), StringComparison.Ordinal);
    }
}
