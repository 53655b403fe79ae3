namespace Incubator.Core.Booking;

/// <summary>What a column of a resource file may mean.</summary>
public enum ResourceColumn
{
    Code,
    Name,
    NameHu,
    Category,
    Kind,
    Manufacturer,
    Model,
    Capacity,
    Unit,
    Site,
    Room,
    Units,
    FoodGrade,
    Notes,
    Source,
    SetupMinutes,
    CleanupMinutes,
}

/// <summary>The headings people write, Hungarian or English, with any accents, case and punctuation.</summary>
public static class ResourceHeadings
{
    /// <summary>The headings of an export, in order; those of equipment.csv first.</summary>
    public static readonly IReadOnlyList<string> Exported =
    [
        "code", "name", "category", "manufacturer", "model", "capacity", "unit", "location_or_site", "rate_per_hour", "currency",
        "training_required", "food_grade", "notes", "source", "name_hu", "kind", "room", "units", "setup_minutes", "cleanup_minutes",
    ];

    private static readonly Dictionary<string, ResourceColumn> Known = new()
    {
        ["code"] = ResourceColumn.Code, ["kod"] = ResourceColumn.Code, ["azonosito"] = ResourceColumn.Code,
        ["leltariszam"] = ResourceColumn.Code, ["id"] = ResourceColumn.Code, ["assetid"] = ResourceColumn.Code,
        ["name"] = ResourceColumn.Name, ["nameen"] = ResourceColumn.Name, ["equipment"] = ResourceColumn.Name,
        ["angolnev"] = ResourceColumn.Name, ["angolmegnevezes"] = ResourceColumn.Name, ["megnevezesangol"] = ResourceColumn.Name,
        ["megnevezesangolul"] = ResourceColumn.Name, ["nevangolul"] = ResourceColumn.Name,
        ["namehu"] = ResourceColumn.NameHu, ["megnevezes"] = ResourceColumn.NameHu, ["nev"] = ResourceColumn.NameHu,
        ["magyarnev"] = ResourceColumn.NameHu, ["eszkoz"] = ResourceColumn.NameHu, ["berendezes"] = ResourceColumn.NameHu,
        ["berendezesneve"] = ResourceColumn.NameHu, ["megnevezesmagyarul"] = ResourceColumn.NameHu, ["hungarianname"] = ResourceColumn.NameHu,
        ["category"] = ResourceColumn.Category, ["kategoria"] = ResourceColumn.Category, ["csoport"] = ResourceColumn.Category,
        ["kind"] = ResourceColumn.Kind, ["jelleg"] = ResourceColumn.Kind, ["fajta"] = ResourceColumn.Kind,
        ["manufacturer"] = ResourceColumn.Manufacturer, ["maker"] = ResourceColumn.Manufacturer, ["gyarto"] = ResourceColumn.Manufacturer,
        ["marka"] = ResourceColumn.Manufacturer,
        ["model"] = ResourceColumn.Model, ["type"] = ResourceColumn.Model, ["tipus"] = ResourceColumn.Model, ["modell"] = ResourceColumn.Model,
        ["tipusmodell"] = ResourceColumn.Model, ["modelltipus"] = ResourceColumn.Model,
        ["capacity"] = ResourceColumn.Capacity, ["kapacitas"] = ResourceColumn.Capacity, ["teljesitmeny"] = ResourceColumn.Capacity,
        ["unit"] = ResourceColumn.Unit, ["capacityunit"] = ResourceColumn.Unit, ["egyseg"] = ResourceColumn.Unit,
        ["mertekegyseg"] = ResourceColumn.Unit, ["egysegmertekegyseg"] = ResourceColumn.Unit, ["kapacitasegysege"] = ResourceColumn.Unit,
        ["locationorsite"] = ResourceColumn.Site, ["location"] = ResourceColumn.Site, ["site"] = ResourceColumn.Site,
        ["helyszin"] = ResourceColumn.Site, ["telephely"] = ResourceColumn.Site, ["hely"] = ResourceColumn.Site,
        ["room"] = ResourceColumn.Room, ["helyiseg"] = ResourceColumn.Room, ["terem"] = ResourceColumn.Room, ["szoba"] = ResourceColumn.Room,
        ["units"] = ResourceColumn.Units, ["quantity"] = ResourceColumn.Units, ["darab"] = ResourceColumn.Units, ["db"] = ResourceColumn.Units,
        ["darabszam"] = ResourceColumn.Units, ["peldany"] = ResourceColumn.Units, ["peldanyszam"] = ResourceColumn.Units, ["pieces"] = ResourceColumn.Units,
        ["foodgrade"] = ResourceColumn.FoodGrade, ["elelmiszerminoseg"] = ResourceColumn.FoodGrade,
        ["elelmiszeripariminoseg"] = ResourceColumn.FoodGrade, ["elelmiszer"] = ResourceColumn.FoodGrade,
        ["notes"] = ResourceColumn.Notes, ["note"] = ResourceColumn.Notes, ["megjegyzes"] = ResourceColumn.Notes, ["comment"] = ResourceColumn.Notes,
        ["source"] = ResourceColumn.Source, ["forras"] = ResourceColumn.Source,
        ["setupminutes"] = ResourceColumn.SetupMinutes, ["setup"] = ResourceColumn.SetupMinutes, ["elokeszites"] = ResourceColumn.SetupMinutes,
        ["elokeszitesperc"] = ResourceColumn.SetupMinutes, ["elokeszitespercben"] = ResourceColumn.SetupMinutes,
        ["cleanupminutes"] = ResourceColumn.CleanupMinutes, ["cleanup"] = ResourceColumn.CleanupMinutes,
        ["cleaning"] = ResourceColumn.CleanupMinutes, ["takaritas"] = ResourceColumn.CleanupMinutes,
        ["takaritasperc"] = ResourceColumn.CleanupMinutes, ["takaritaspercben"] = ResourceColumn.CleanupMinutes,
    };

    public static ResourceColumn? Find(string heading) => Known.TryGetValue(PlainWord.Of(heading), out var column) ? column : null;
}
