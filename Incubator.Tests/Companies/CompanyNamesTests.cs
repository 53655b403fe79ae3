using System.Globalization;
using CsvHelper;
using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Companies;

public sealed class CompanyNamesTests
{
    [Theory]
    [InlineData("Hajdú Sajtműhely Kft.", "hajdu sajtmuhely")]
    [InlineData("HAJDÚ SAJTMŰHELY KFT", "hajdu sajtmuhely")]
    [InlineData("Hajdú Sajtműhely Korlátolt Felelősségű Társaság", "hajdu sajtmuhely")]
    [InlineData("„Hajdú-Sajtműhely” K.F.T.", "hajdu sajtmuhely")]
    [InlineData("hajdu  sajtmuhely", "hajdu sajtmuhely")]
    [InlineData("Malom Bt", "malom")]
    [InlineData("Malom Betéti Társaság", "malom")]
    [InlineData("Kösely Zrt.", "kosely")]
    [InlineData("Kösely Zártkörűen Működő Részvénytársaság", "kosely")]
    [InlineData("Kovács János e.v.", "kovacs janos")]
    [InlineData("Kovács János egyéni vállalkozó", "kovacs janos")]
    [InlineData("Új Élet Szövetkezet", "uj elet")]
    [InlineData("Civitas Nonprofit Kft.", "civitas")]
    [InlineData("Müller & Söhne GmbH", "muller sohne")]
    [InlineData("Łódź Food Sp. z o.o.", "lodz food")]
    [InlineData("Kft.", "kft")]
    [InlineData("!!!", "")]
    public void Key_OfEverySpelling_IsOne(string name, string key) => Assert.Equal(key, CompanyNames.Key(name));

    [Fact]
    public void Key_OfADecomposedName_IsTheSame() =>
        Assert.Equal(CompanyNames.Key("Árvíztűrő Kft."), CompanyNames.Key("Árvíztűrő Kft.".Normalize(System.Text.NormalizationForm.FormD)));

    [Theory]
    [InlineData("Kösely Zrt.", "Kösely Mezőgazdasági Zrt.")]
    [InlineData("FrieslandCampina Hungária Zrt.", "Friesland Hungária Zrt.")]
    [InlineData("Hajdú Sajtműhely Kft.", "Hajdu Sajtmühely Bt.")]
    [InlineData("Bos-Blek Farm Kft.", "Bosblek Kft.")]
    [InlineData("Derecske Petőfi Mg. Kft.", "Dercske Petőfi Mg. Kft.")]
    [InlineData("Felföldi Édességgyártó Kft.", "Felföldi Édeségyártó Kft.")]
    [InlineData("Kovács és Fiai Pékség Kft.", "Fiai Kovács Pékség Bt.")]
    [InlineData("Ezüstkalász 2000 Kft.", "Ezüstkalász Kft.")]
    [InlineData("Hajnal 99 Kft.", "Hajnal 1999 Kft.")]
    public void Similarity_OfOneFirmWrittenTwice_IsAbove(string first, string second)
    {
        Assert.InRange(CompanyNames.Similarity(first, second), CompanyNames.Similar, 1);
        Assert.NotEmpty(CompanyNames.Blocks(first).Intersect(CompanyNames.Blocks(second)));
    }

    [Theory]
    [InlineData("Agrárgazdaság Kft.", "Hajdúföld-Agrárgazdaság Kft.")]
    [InlineData("Földesi Rákóczi Mg Kft.", "Váncsodi Rákóczi Gazdaszövetkezet")]
    [InlineData("Debreceni Csoport Húsipari Kft.", "Debreceni Paprikakrém Kft.")]
    [InlineData("Alföldi Tej Kft.", "Hajdúsági Tej Szolgáltató Kft.")]
    [InlineData("Nagisz Tej Tejtermelő Kereskedelmi és Szolgáltató Kft.", "Servet-2000 Állattenyésztő Kereskedelmi és Szolgáltató Kft.")]
    [InlineData("Hajnal 98 Kft.", "Hajnal 99 Kft.")]
    [InlineData("Tej Kft.", "Méz Kft.")]
    [InlineData("Alfa Kft.", "Alma Kft.")]
    [InlineData("", "Alma Kft.")]
    public void Similarity_OfDifferentFirms_IsBelow(string first, string second) =>
        Assert.InRange(CompanyNames.Similarity(first, second), 0, CompanyNames.Similar - 0.001);

    [Fact]
    public void Similarity_OfAnyTwo_IsSymmetricAndOneWithItself()
    {
        string[] names = ["Kösely Zrt.", "Kösely Mezőgazdasági Zrt.", "Tej Kft.", "Hajnal 99 Kft.", "Agrárgazdaság Kft.", "X", "Új Élet Mg. Szövetkezet"];
        foreach (var a in names)
        {
            Assert.Equal(1, CompanyNames.Similarity(a, a));
            foreach (var b in names) Assert.Equal(CompanyNames.Similarity(a, b), CompanyNames.Similarity(b, a));
        }
    }

    [Fact]
    public void KeySimilarity_OfTheKeysOfTwoNames_IsThatOfTheNames()
    {
        string[] names = ["Kösely Zrt.", "Kösely Mezőgazdasági Zrt.", "Tej Kft.", "Hajnal 99 Kft.", "Hajnal 1999 Kft.", "Agrár-gazdaság Kft.", "Kft.", "–", ""];
        foreach (var a in names)
            foreach (var b in names)
                Assert.Equal(CompanyNames.Similarity(a, b), CompanyNames.KeySimilarity(CompanyNames.Key(a), CompanyNames.Key(b)));
    }

    [Fact]
    public void Blocks_OfANameWithOneWrongLetter_MeetThose()
    {
        const string name = "paprikakrem";
        for (var place = 0; place < name.Length; place++)
        {
            Assert.True(CompanyNames.Blocks(name).Overlaps(CompanyNames.Blocks(name.Remove(place, 1))), name.Remove(place, 1));
            Assert.True(CompanyNames.Blocks(name).Overlaps(CompanyNames.Blocks(name.Insert(place, "x"))), name.Insert(place, "x"));
            Assert.True(CompanyNames.Blocks(name).Overlaps(CompanyNames.Blocks(name.Remove(place, 1).Insert(place, "x"))), $"{place} other");
        }
    }

    [Fact]
    public void Similarity_OverTheRealFirmsOfTheCounty_FindsTheDuplicatesAndNothingAbsurd()
    {
        var file = new[] { House.Path("..", "shared", "data", "companies_hajdu_bihar.csv") }.FirstOrDefault(File.Exists);
        if (file is null) Assert.Skip("../shared/data/companies_hajdu_bihar.csv is not here.");
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        var names = csv.GetRecords<dynamic>().Select(r => (string)r.name).ToList();
        Assert.Equal(36, names.Count);
        var pairs = new List<string>();
        for (var i = 0; i < names.Count; i++)
            for (var j = i + 1; j < names.Count; j++)
                if (CompanyNames.Similarity(names[i], names[j]) >= CompanyNames.Similar) pairs.Add($"{names[i]} = {names[j]}");
        Assert.Equal(["Kösely Zrt. = Kösely Mezőgazdasági Zrt.", "FrieslandCampina Hungária Zrt. = Friesland Hungária Zrt."], pairs);
    }
}
