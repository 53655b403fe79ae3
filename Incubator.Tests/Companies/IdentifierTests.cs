using Incubator.Core.Companies;

namespace Incubator.Tests.Companies;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("12892312", "12892312")]
    [InlineData("12345676", "12345676")]
    [InlineData("10484878", "10484878")]
    [InlineData("17780010", "17780010")]
    [InlineData("26903738", "26903738")]
    [InlineData("10845606", "10845606")]
    [InlineData("12345676-2-09", "12345676-2-09")]
    [InlineData("12345676209", "12345676-2-09")]
    [InlineData(" 12345676 - 2 - 09 ", "12345676-2-09")]
    [InlineData("12345676\u00a02\u202f09\r\n", "12345676-2-09")]
    [InlineData("12345676–2–09", "12345676-2-09")]
    [InlineData("\u200e12345676-2-09", "12345676-2-09")]
    public void Read_TaxNumberAsPeopleWriteIt_IsOne(string text, string normal) => Assert.Equal(normal, TaxNumber.Read(text).Value.ToString());

    [Theory]
    [InlineData("12892313")]
    [InlineData("12892313-2-09")]
    [InlineData("21892312")]
    public void Read_TaxNumberOfWrongCheckDigit_IsMistyped(string text) => Assert.True(TaxNumber.Read(text).Was("TaxNumberMistyped"));

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456762")]
    [InlineData("12345676-6-09")]
    [InlineData("12345676-0-09")]
    [InlineData("12345676-2-9")]
    [InlineData("HU12345676")]
    [InlineData("12345676-2-099")]
    [InlineData("١٢٣٤٥٦٧٦")]
    public void Read_TaxNumberOfOtherShape_IsMisshapen(string text) => Assert.True(TaxNumber.Read(text).Was("TaxNumberMisshapen"));

    [Theory]
    [InlineData("12345676-2-01", false)]
    [InlineData("12345676-2-02", true)]
    [InlineData("12345676-2-20", true)]
    [InlineData("12345676-2-21", false)]
    [InlineData("12345676-2-22", true)]
    [InlineData("12345676-2-44", true)]
    [InlineData("12345676-2-45", false)]
    [InlineData("12345676-2-51", true)]
    [InlineData("12345676", true)]
    public void County_OutsideTheKnown_IsOddNotWrong(string text, bool known) => Assert.Equal(known, TaxNumber.Read(text).Value.CountyIsKnown);

    [Fact]
    public void Read_EachWrongDigit_IsFound()
    {
        // Weights that share no factor with ten find every single wrong digit.
        const string right = "12892312";
        for (var place = 0; place < right.Length; place++)
            foreach (var digit in "0123456789".Where(d => d != right[place]))
                Assert.False(TaxNumber.Read(right[..place] + digit + right[(place + 1)..]).Succeeded);
    }

    [Theory]
    [InlineData("HU12345676", "HU12345676")]
    [InlineData("hu 1234 5676", "HU12345676")]
    [InlineData("ATU12345678", "ATU12345678")]
    [InlineData("RO 18547290", "RO18547290")]
    [InlineData("EL094259216", "EL094259216")]
    [InlineData("FRXX123456789", "FRXX123456789")]
    public void Read_VatNumber_IsNormal(string text, string normal) => Assert.Equal(normal, EuVatNumber.Read(text).Value.ToString());

    [Theory]
    [InlineData("HU12345677", "VatNumberMistyped")]
    [InlineData("HU12345676209", "VatNumberMisshapen")]
    [InlineData("XX12345678", "VatNumberMisshapen")]
    [InlineData("12345676", "VatNumberMisshapen")]
    [InlineData("DE", "VatNumberMisshapen")]
    [InlineData("DEUTSCHLAND", "VatNumberMisshapen")]
    public void Read_VatNumberThatIsNone_IsRefused(string text, string code) => Assert.True(EuVatNumber.Read(text).Was(code));

    [Theory]
    [InlineData("09-09-123456")]
    [InlineData("0909123456")]
    [InlineData(" 09 09 123456 ")]
    public void Read_RegisterNumber_IsNormal(string text) => Assert.Equal("09-09-123456", RegisterNumber.Read(text).Value.ToString());

    [Theory]
    [InlineData("09-09-12345")]
    [InlineData("09-09-1234567")]
    [InlineData("Cg.09-09-123456")]
    public void Read_RegisterNumberOfOtherShape_IsMisshapen(string text) => Assert.True(RegisterNumber.Read(text).Was("RegisterNumberMisshapen"));

    [Theory]
    [InlineData("10.51", "10.51", "10")]
    [InlineData("1051", "10.51", "10")]
    [InlineData(" 10.51 Tejtermék gyártása", "10.51", "10")]
    [InlineData("10.5", "10.5", "10")]
    [InlineData("01", "01", "01")]
    [InlineData("99.99", "99.99", "99")]
    public void Read_Nace_IsNormalWithItsDivision(string text, string normal, string division)
    {
        var code = NaceCode.Read(text, NaceRevision.Rev2).Value;
        Assert.Equal((normal, division, NaceRevision.Rev2), (code.Code, code.Division, code.Revision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("10.511")]
    [InlineData("A")]
    [InlineData("00.11")]
    [InlineData("10,51")]
    public void Read_NaceOfOtherShape_IsMisshapen(string text) => Assert.True(NaceCode.Read(text, NaceRevision.Rev21).Was("NaceMisshapen"));
}
