using System.Globalization;
using System.Text;

namespace Incubator.Core.Companies;

/// <summary>
/// Company names as people write them, made comparable: case, accents, punctuation and the spellings of the legal form do not count.
/// Pure.
/// </summary>
public static class CompanyNames
{
    public const int KeyMaxLength = Company.NameMaxLength;

    /// <summary>
    /// From here on two names are shown as a possible duplicate. One wrong letter in seven is just below it, one in eight above:
    /// fewer letters tell different firms apart too often.
    /// </summary>
    public const double Similar = 0.85;

    /// <summary>Fewer letters than this are compared for equality only.</summary>
    private const int Comparable = 5;

    /// <summary>A blocking key is made of this many first letters.</summary>
    private const int BlockLength = 6;

    private const int WordMaxLength = CompanyKey.KeyMaxLength;

    // The longest first, so that "non profit kft" is not left with its "non".
    private static readonly string[][] Forms = [.. new[]
    {
        "korlatolt felelossegu tarsasag", "kft", "k f t", "korlatolt felelossegu", "beteti tarsasag", "bt", "b t", "zartkoruen mukodo reszvenytarsasag",
        "zartkoru reszvenytarsasag", "zrt", "z r t", "nyilvanosan mukodo reszvenytarsasag", "nyilvanos reszvenytarsasag", "nyrt", "ny r t",
        "reszvenytarsasag", "rt", "kozkereseti tarsasag", "kkt", "k k t", "egyeni vallalkozo", "egyeni vallalkozas", "e v", "ev", "egyeni ceg", "e c", "ec",
        "szovetkezet", "nonprofit", "non profit", "kozhasznu tarsasag", "kozhasznu", "kht", "gmbh", "ag", "ltd", "limited", "llc", "inc", "plc",
        "s r o", "sro", "s r l", "srl", "s a", "sa", "s p a", "spa", "b v", "bv", "sp z o o",
    }.Select(f => f.Split(' ')).OrderByDescending(f => f.Length)];

    // What half the firms of the trade and the county have in their name says little about which firm it is.
    private static readonly HashSet<string> Weak =
    [
        "a", "az", "es", "and", "the", "demo", "mg", "mezogazdasagi", "mezogazdasag", "agrar", "agro", "agrargazdasag", "gazdasag", "gazdaszovetkezet", "farm",
        "term", "termelo", "tejtermelo", "termeloi", "termeltet", "allattenyeszto", "tehenyeszet", "teheneszet", "novenytermeszto", "tej", "hus", "husipari", "elelmiszer",
        "elelmiszeripari", "elelmiszeripar", "kereskedelmi", "kereskedo", "ker", "szolgaltato", "szolg", "ertekesito", "hasznosito", "gyarto", "feldolgozo",
        "ipari", "csoport", "cegcsoport", "holding", "group", "vallalat", "tarsasag", "ceg", "uzem", "telep", "food", "foods", "company", "hungary", "hungaria",
        "magyar", "magyarorszag", "magyarorszagi", "debrecen", "debreceni", "hajdu", "hajdusagi", "bihar", "bihari", "alfold", "alfoldi", "tiszantuli", "egyesulet",
        "alapitvany",
    ];

    /// <summary>The name without case, accents, punctuation and legal form: "kosely mezogazdasagi".</summary>
    public static string Key(string name)
    {
        var key = string.Join(' ', Words(name));
        return key.Length <= KeyMaxLength ? key : key[..KeyMaxLength].TrimEnd();
    }

    /// <summary>The folded words of any text, the legal form included; what a search box is cut into.</summary>
    public static IReadOnlyList<string> Fold(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(c)) word.Append(Base(char.ToLowerInvariant(c)));
            else if (c is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>
    /// How alike two names are, 0 to 1; <see cref="Similar"/> and more is worth a look. The words that tell firms apart decide
    /// (those that half the trade bears do not): equal, one beginning with the other, all of one in the other, or the letters of
    /// both by the share that Damerau–Levenshtein leaves alone. Different numbers ("Hajnal 98", "Hajnal 99") are different firms.
    /// </summary>
    public static double Similarity(string first, string second) => Similarity(Words(first), Words(second));

    /// <summary>The same of two names' keys, as <see cref="Key"/> made them: where many are compared, none is folded again.</summary>
    public static double KeySimilarity(string first, string second) => Similarity(KeyWords(first), KeyWords(second));

    /// <summary>
    /// Keys of which two similar names share at least one, so that a register finds its candidates by an index: of every telling word
    /// and of all together the first letters, as they are and with any one left out. What differs by two letters at the beginning of
    /// each of its words is not found.
    /// </summary>
    public static IReadOnlySet<string> Blocks(string name)
    {
        var words = Words(name);
        var telling = Telling(words);
        if (telling.Count == 0) telling = words;
        var blocks = new HashSet<string>();
        foreach (var word in telling.Append(string.Concat(telling)).Append(string.Concat(words)))
        {
            var head = word.Length <= BlockLength ? word : word[..BlockLength];
            if (head.Length == 0) continue;
            blocks.Add(head);
            if (word.Length < Comparable) continue;
            for (var i = 0; i < head.Length; i++) blocks.Add(head.Remove(i, 1));
        }

        return blocks;
    }

    /// <summary>The words by which a search finds it, from any of its texts.</summary>
    public static IReadOnlySet<string> SearchWords(params IEnumerable<string?> texts) =>
        texts.SelectMany(Fold).Select(w => w.Length <= WordMaxLength ? w : w[..WordMaxLength]).ToHashSet();

    /// <summary>The first word that sorts after all words with this beginning.</summary>
    public static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);

    private static double Similarity(List<string> a, List<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        if (a.SequenceEqual(b) || string.Concat(a) == string.Concat(b)) return 1;
        var (telling, other) = (Telling(a), Telling(b));
        var bothTell = telling.Count > 0 && other.Count > 0;
        if (!bothTell) (telling, other) = ([.. a], [.. b]);
        var (numbers, otherNumbers) = (Numbers(a), Numbers(b));
        if (numbers.Count > 0 && otherNumbers.Count > 0 && !numbers.SetEquals(otherNumbers)) return 0;
        telling.RemoveAll(IsNumber);
        other.RemoveAll(IsNumber);
        if (telling.Count == 0 || other.Count == 0) return 0;
        var score = Letters(string.Concat(telling), string.Concat(other));
        return bothTell ? Math.Max(score, Contained(telling, other)) : score;
    }

    private static List<string> KeyWords(string key) => [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Words(string name)
    {
        var words = Fold(name).ToList();
        var without = new List<string>(words);
        foreach (var form in Forms)
        {
            for (var i = 0; i + form.Length <= without.Count; i++)
            {
                if (without.Count > form.Length && without.Skip(i).Take(form.Length).SequenceEqual(form)) without.RemoveRange(i--, form.Length);
            }
        }

        return without.Count > 0 ? without : words;
    }

    private static List<string> Telling(List<string> words) => [.. words.Where(w => !Weak.Contains(w) && !IsNumber(w))];

    // A year is written with four digits or two.
    private static HashSet<string> Numbers(List<string> words) => [.. words.Where(IsNumber).Select(w => w.Length == 4 ? w[2..] : w)];

    private static bool IsNumber(string word) => word.All(char.IsDigit);

    private static double Contained(List<string> first, List<string> second)
    {
        var (less, more) = first.Count <= second.Count ? (first, second) : (second, first);
        if (!less.All(word => more.Any(w => Begins(word, w)))) return 0;
        if (less.Count == more.Count) return 0.95;
        return less.Count > 1 || less[0].Length >= 8 ? 0.9 : 0;

        static bool Begins(string word, string other) => word == other ||
            (Math.Min(word.Length, other.Length) >= BlockLength &&
                (word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal)));
    }

    private static double Letters(string a, string b)
    {
        if (a == b) return 0.98;
        if (Math.Min(a.Length, b.Length) < Comparable) return 0;
        return 1 - (Distance(a, b) / (double)Math.Max(a.Length, b.Length));
    }

    // Optimal string alignment: a letter more, less or other, or two neighbours exchanged, counts as one.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    // Letters that do not come apart into a base and a mark.
    private static string Base(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        _ => c.ToString(),
    };
}
