using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// What the house offers a new camp to be judged by: the five that innovation camps commonly use, and two of our own for what this
/// lab is about. Seed data: once taken over, each camp's criteria are its own.
/// </summary>
public static class OfferedCriteria
{
    public static readonly IReadOnlyList<JuryCriterionDetails> All =
    [
        Of(15, JuryAspect.Other, "Újdonság", "Innovation",
            ("Ilyen már van a piacon, és semmiben sem tér el tőle.", "It is on the market already and differs in nothing."),
            ("Ismert megoldás apró változtatással.", "A known solution with a small change."),
            ("Itt és ebben a termékben új.", "New here and in this product."),
            ("Világosan más, mint amit a versenytársak kínálnak.", "Clearly other than what competitors offer."),
            ("Az ágazatban új, és a csapat ezt adatokkal mutatja meg.", "New to the sector, and the team shows it with data.")),
        Of(15, JuryAspect.Other, "Megvalósíthatóság", "Feasibility",
            ("Nem látszik, hogyan készülhetne el.", "It cannot be seen how it could be made."),
            ("Elkészíthető, de a költség vagy az eszköz hiányzik a tervből.", "It could be made, but cost or equipment is missing from the plan."),
            ("Egy félüzemi próba lépései megvannak.", "The steps of a pilot run are there."),
            ("Próba készült, és ismert, mi hiányzik a gyártáshoz.", "A trial was made, and what production still needs is known."),
            ("A próba sikerült; idő, költség és eszköz igazolva van.", "The trial worked; time, cost and equipment are shown.")),
        Of(20, JuryAspect.Other, "Érték a kihívásgazdának", "Value for the challenge owner",
            ("Nem a feltett kérdésre válaszol.", "It answers another question than the one asked."),
            ("Érinti a kérdést, de a vállalkozás nem kezdhet vele semmit.", "It touches the question, but the company could do nothing with it."),
            ("Részben megoldja a feladatot.", "It solves part of the task."),
            ("Megoldja a feladatot, a vállalkozás folytathatja.", "It solves the task; the company can go on with it."),
            ("Megoldja a feladatot, és mérhető hasznot ígér.", "It solves the task and promises a gain that can be measured.")),
        Of(15, JuryAspect.FoodSafety, "Élelmiszer-biztonsági és jogi megvalósíthatóság", "Food-safety and regulatory feasibility",
            ("A veszélyek nincsenek számba véve, vagy a termék így nem hozható forgalomba.", "Hazards are not named, or the product could not be sold like this."),
            ("A veszélyeket megnevezik, de nincs, ami féken tartaná őket.", "Hazards are named, but nothing keeps them in check."),
            ("A fő veszélyek és allergének kezelése megvan, az előírásokat nem nézték meg.", "The main hazards and allergens are dealt with; the rules were not looked up."),
            ("A veszélyek, az allergének és az előírások kezelése rendben van, kis hiányokkal.", "Hazards, allergens and rules are dealt with, with small gaps."),
            ("A szabályozási pontok, a határértékek és a jelölés is megvan; azonnal bevezethető.", "Control points, limits and labelling are there; it could be introduced at once.")),
        Of(15, JuryAspect.Repeatability, "A termék ismételhetősége és egyenletessége", "Repeatability and consistency of the product",
            ("Egyetlen minta készült, mérés nélkül.", "One sample was made and nothing measured."),
            ("Több minta készült, de a különbségüket nem mérték.", "Several samples were made, but how they differ was not measured."),
            ("Két tételt mértek, az eltérés okát sejtik.", "Two lots were measured; why they differ is guessed."),
            ("Több tétel mért értékei a megadott határok között vannak.", "Measured values of several lots lie within the limits set."),
            ("A tételek a határok között vannak, és a csapat tudja, mi tartja ott őket.", "Lots stay within the limits, and the team knows what keeps them there.")),
        Of(10, JuryAspect.Other, "Csapatmunka", "Teamwork",
            ("Egy ember munkája.", "One person's work."),
            ("Többen dolgoztak, egymástól függetlenül.", "Several worked, each alone."),
            ("A feladatok elosztása látszik.", "It can be seen who did what."),
            ("A tagok egymás tudására építettek.", "Members built on each other's knowledge."),
            ("Bármelyik tag elmondja az egészet, és vitáikból jobb megoldás lett.", "Any member can tell the whole, and their disputes made it better.")),
        Of(10, JuryAspect.Other, "Bemutató", "Presentation",
            ("Nem derül ki, mi a megoldás.", "What the solution is does not come out."),
            ("Kiderül, de követni nehéz, vagy túllépi az időt.", "It comes out, but is hard to follow or runs over time."),
            ("Érthető, időben marad.", "Clear and within time."),
            ("Érthető, meggyőző, a kérdésekre is válaszol.", "Clear and convincing; questions are answered."),
            ("Lényegre törő, mintával és adatokkal; a kérdésekre pontos választ ad.", "To the point, with a sample and data; questions get exact answers.")),
    ];

    private static JuryCriterionDetails Of(int weight, JuryAspect aspect, string hu, string en, params (string Hu, string En)[] anchors) => new()
    {
        Weight = weight,
        Aspect = aspect,
        NameHu = hu,
        NameEn = en,
        Anchors = [.. anchors.Select(a => new LocalName(a.Hu, a.En))],
    };
}
