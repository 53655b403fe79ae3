using System.IO.Compression;
using System.Text;
using Incubator.Core.Booking;
using Incubator.Core.Documents;

namespace Incubator.Tests.Booking.Resources;

public sealed class ResourceFileTests
{
    public static readonly TheoryData<string, byte[], string> SameTable = new()
    {
        { "UTF-8, comma", Utf8("kód,megnevezés,kategória,kapacitás\nA-1,Hűtő-fűtő kád,drying,\"1,5 l\"\n"), "UTF-8" },
        { "UTF-8 with BOM, semicolon, CRLF", [0xEF, 0xBB, 0xBF, .. Utf8("Kód;Megnevezés;Kategória;Kapacitás\r\nA-1;Hűtő-fűtő kád;drying;1,5 l\r\n")], "UTF-8" },
        { "windows-1250, semicolon", CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("KÓD;MEGNEVEZÉS;KATEGÓRIA;KAPACITÁS\r\nA-1;Hűtő-fűtő kád;drying;1,5l\r\n"), "windows-1250" },
        { "UTF-16, tab", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("kod\tmegnevezes\tkategoria\tkapacitas\r\nA-1\tHűtő-fűtő kád\tdrying\t1,5 l\r\n")], "UTF-16" },
        { "old Mac line ends", Utf8("kód;megnevezés;kategória;kapacitás\rA-1;Hűtő-fűtő kád;drying;1.5 l\r"), "UTF-8" },
        { "blank lines and empty columns at the end", Utf8("\n\nkód;megnevezés;kategória;kapacitás;;\n\n;;;;;\nA-1;Hűtő-fűtő kád;drying;1,5 l;;\n\n"), "UTF-8" },
    };

    [Theory]
    [MemberData(nameof(SameTable))]
    public void Read_AnyDress_GivesTheSameRow(string dress, byte[] bytes, string encoding)
    {
        var file = ResourceFile.Read(bytes).Value;
        Assert.True(file.Problems.Count == 0, $"{dress}: {string.Join(", ", file.Problems)}");
        Assert.Equal(encoding, file.EncodingName);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("A-1", "Hűtő-fűtő kád", "drying", "1.5 l"), (row.Code, row.NameHu, row.Category, row.Capacity!.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static readonly TheoryData<string, byte[], string> Refused = new()
    {
        { "empty", [], "FileEmpty" },
        { "only a BOM", [0xEF, 0xBB, 0xBF], "FileEmpty" },
        { "only blank lines", Utf8(" \r\n\r\n"), "FileEmpty" },
        { "a ZIP", Zip(), "NotATable" },
        { "a PDF", Utf8("%PDF-1.7\n…"), "NotATable" },
        { "an old Excel file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "NotATable" },
        { "zeros", new byte[1000], "NotATable" },
        { "too large", new byte[CsvTable.MaxBytes + 1], "FileTooLarge" },
        { "no headings", Utf8("OSU-001,Freeze dryer,drying\nOSU-002,Mill,milling\n"), "HeadingsMissing" },
        { "code without name", Utf8("code,category\nA,drying\n"), "HeadingsMissing" },
        { "a heading twice", Utf8("code,name,capacity,kapacitás\nA,B,1,2\n"), "HeadingTwice" },
        { "the same heading twice", Utf8("code,name,name\nA,B,C\n"), "HeadingTwice" },
        { "too many rows", Utf8("code,name\n" + string.Concat(Enumerable.Range(0, CsvTable.MaxRows + 1).Select(i => $"C{i},N\n"))), "TooManyRows" },
    };

    // Not discovered one by one: the runner would write the large files out.
    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Read_NoTable_IsRefusedClearly(string what, byte[] bytes, string code)
    {
        var read = ResourceFile.Read(bytes);
        Assert.True(read.Was(code), $"{what}: {string.Join(", ", read.Refusals.Select(r => r.Code))}");
    }

    [Theory]
    [InlineData("A-1,Mill,drying,many,1,", "capacity", "NotAQuantity")]
    [InlineData("A-1,Mill,drying,-5 kg,1,", "capacity", "NotAQuantity")]
    [InlineData("A-1,Mill,drying,5,two,", "units", "NotAWholeNumber")]
    [InlineData("A-1,Mill,drying,5,1.5,", "units", "NotAWholeNumber")]
    [InlineData("A-1,Mill,drying,5,99999999999999999999,", "units", "NotAWholeNumber")]
    [InlineData("A-1,Mill,drying,5,1,soon", "setup_minutes", "NotMinutes")]
    [InlineData("A-1,Mill,drying,5,1,-15", "setup_minutes", "NotMinutes")]
    [InlineData(",Mill,drying,5,1,", "code", "Missing")]
    [InlineData("n/a,Mill,drying,5,1,", "code", "Missing")]
    [InlineData("A-1,?,drying,5,1,", "name", "Missing")]
    [InlineData("A-1,Mill,drying,5", null, "CellsMiscounted")]
    [InlineData("A-1,Mill,drying,1,5,1,15", null, "CellsMiscounted")]
    [InlineData("A-1,\"Mill,drying,5,1,", null, "QuoteNotClosed")]
    [InlineData("GOOD,Mill,drying,5,1,", "code", "CodeTwice")]
    [InlineData("good,Mill,drying,5,1,", "code", "CodeTwice")]
    public void Read_BadLine_IsReportedByLineColumnAndReason(string line, string? column, string code)
    {
        var file = ResourceFile.Read(Utf8($"code,name,category,capacity,units,setup_minutes\nGOOD,Mill,drying,5 kg,1,15\n{line}\n")).Value;
        var problem = Assert.Single(file.Problems);
        Assert.Equal((3, column, code), (problem.Line, problem.Column, problem.Code));
        Assert.Equal("GOOD", Assert.Single(file.Rows).Code);
    }

    [Theory]
    [InlineData("25kg", "", "25 kg")]
    [InlineData("25", "kg", "25 kg")]
    [InlineData("25kg", "kg", "25 kg")]
    [InlineData("\"1,5 l\"", "", "1.5 l")]
    [InlineData("1 575", "sq ft", "1575 sq ft")]
    [InlineData("50-400", "gal (US)", "50-400 gal (US)")]
    [InlineData("4 and 6", "oz cups", "4 and 6 oz cups")]
    [InlineData("n/a", "", null)]
    [InlineData("-", "-", null)]
    [InlineData("?", "kg", null)]
    public void Read_Capacity_AsPeopleWriteIt(string capacity, string unit, string? read)
    {
        var row = Assert.Single(ResourceFile.Read(Utf8($"code,name,capacity,unit\nA,Mill,{capacity},{unit}\n")).Value.Rows);
        Assert.Equal(read, row.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("30 perc", 30)]
    [InlineData("45 min", 45)]
    [InlineData("\"0,5 óra\"", 30)]
    [InlineData("1.5 h", 90)]
    [InlineData("", null)]
    public void Read_Minutes_AsPeopleWriteThem(string text, int? minutes) =>
        Assert.Equal(minutes, Assert.Single(ResourceFile.Read(Utf8($"code,name,takarítás (perc)\nA,Mill,{text}\n")).Value.Rows).CleanupMinutes);

    [Theory]
    [InlineData("igen", FoodGrade.Food)]
    [InlineData("YES", FoodGrade.Food)]
    [InlineData("nem", FoodGrade.NonFood)]
    [InlineData("csak labor", FoodGrade.LabOnly)]
    [InlineData("-", null)]
    public void Read_FoodGrade_InBothLanguages(string text, FoodGrade? grade) =>
        Assert.Equal(grade, Assert.Single(ResourceFile.Read(Utf8($"kód,megnevezés,élelmiszer-minőség\nA,Malom,{text}\n")).Value.Rows).FoodGrade);

    [Fact]
    public void Read_LineBreaksInACell_KeepTheLinesCounted()
    {
        var file = ResourceFile.Read(Utf8("code,name,notes\r\nA,Mill,\"one\r\ntwo\"\r\nB,,x\r\n")).Value;
        Assert.Equal("one\r\ntwo", Assert.Single(file.Rows).Notes);
        Assert.Equal(4, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void Read_FilledColumnsWithoutAMeaning_AreNoticed()
    {
        var file = ResourceFile.Read(Utf8("code,name,rate_per_hour,currency\nA,Mill,,\nB,Press,120,\n")).Value;
        Assert.Equal(2, file.Rows.Count);
        Assert.Equal(("rate_per_hour", "ColumnIgnored", 3), Assert.Single(file.Notices) is var n ? (n.Column, n.Code, n.Line) : default);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("equipment.csv");
        return bytes.ToArray();
    }
}
