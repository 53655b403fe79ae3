using System.Globalization;
using Incubator.Core.Cohorts;

namespace Incubator.Tests.Cohorts.Applications;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1250", 4, "1250")]
    [InlineData(" 12 500 ", 0, "12500")]
    [InlineData("12\u00a0500,5", 2, "12500.5")]
    [InlineData("1,234.5", 2, "1234.5")]
    [InlineData("1.234,5", 2, "1234.5")]
    [InlineData("1.234.567", 2, "1234567")]
    [InlineData("12,500", 2, "12500")]
    [InlineData("12.500", 0, "12500")]
    [InlineData("0,125", 4, "0.125")]
    [InlineData("8,5", 4, "8.5")]
    [InlineData("-3.25", 2, "-3.25")]
    [InlineData("5.00", 0, "5")]
    [InlineData(",5", 2, "0.5")]
    public void Read_AsPeopleWrite_IsUnderstood(string text, int decimals, string number)
    {
        var read = TypedNumber.Read(text, decimals, "f");
        Assert.True(read.Succeeded, string.Join(", ", read.Refusals));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read.Value);
    }

    [Theory]
    [InlineData("1,234", 4, "NumberAmbiguous")]
    [InlineData("12.500", 4, "NumberAmbiguous")]
    [InlineData("about 5", 2, "NotANumber")]
    [InlineData("5-6", 2, "NotANumber")]
    [InlineData("1,23,456.5", 2, "NotANumber")]
    [InlineData("1.2,3.4", 2, "NotANumber")]
    [InlineData("5.", 2, "NotANumber")]
    [InlineData("", 2, "NotANumber")]
    [InlineData("2.5", 0, "NotWhole")]
    [InlineData("1.2345", 2, "TooManyDecimals")]
    [InlineData("9999999999999999999999999999", 2, "NotANumber")]
    public void Read_Unclear_IsAskedBack(string text, int decimals, string code) =>
        Assert.True(TypedNumber.Read(text, decimals, "f").Was(code), text);
}
