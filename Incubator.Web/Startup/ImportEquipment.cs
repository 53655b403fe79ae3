using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Documents;

namespace Incubator.Web.Startup;

/// <summary>The verb `import-equipment FILE`: takes the file in and says what it did; with `--preview` it only says what it would do.</summary>
public static class ImportEquipment
{
    public const string Verb = "import-equipment";
    private const string Preview = "--preview";

    /// <returns>0: all lines are in; 1: some were passed over; 2: the file could not be used.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments.Except([Preview]).ToArray() is not [var named])
            return await SayAsync($"Name one file: {Verb} FILE [{Preview}]");
        var path = Verbs.FileNamed(named);
        if (!File.Exists(path)) return await SayAsync($"There is no file {path}.");
        if (new FileInfo(path).Length > CsvTable.MaxBytes)
            return await SayAsync($"{path} is too large: at most {CsvTable.MaxBytes / 1024 / 1024} MB.");
        var file = await File.ReadAllBytesAsync(path);
        var import = services.GetRequiredService<ResourceImport>();
        var read = await import.PreviewAsync(file);
        if (!read.Succeeded)
            return await SayAsync(string.Join(' ', read.Refusals.Select(r =>
                $"{path} cannot be used: {r.Code} {string.Join(", ", r.Facts.Select(f => $"{f.Key} {f.Value}"))}".TrimEnd())));

        var plan = read.Value;
        foreach (var p in plan.Problems) Console.WriteLine($"line {p.Line}, {p.Column ?? "whole line"}: {p.Code} {p.Text}".TrimEnd());
        foreach (var n in plan.Notices) Console.WriteLine($"line {n.Line}, {n.Column}: {n.Code} {n.Text}".TrimEnd());
        if (arguments.Contains(Preview))
        {
            Console.WriteLine($"Would create {plan.Created.Count}, change {plan.Changed.Count}, leave alone {plan.LeftAlone}, pass over {plan.Problems.Count}.");
            return plan.Problems.Count == 0 ? 0 : 1;
        }

        var done = await import.ConfirmAsync(file, Actor.System, plan.Fingerprint, progress: new Lines());
        if (!done.Succeeded) return await SayAsync($"Nothing was written: {string.Join(", ", done.Refusals.Select(r => r.Code))}.");
        var outcome = done.Value;
        Console.WriteLine($"Created {outcome.Created}, changed {outcome.Changed}, left alone {outcome.LeftAlone}, passed over {outcome.Problems}.");
        if (outcome.Overbooked.Count > 0)
            Console.WriteLine($"Fewer units than are booked at some time (the reservations stay): {string.Join(", ", outcome.Overbooked)}.");
        return outcome.Problems == 0 ? 0 : 1;
    }

    private static async Task<int> SayAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }

    private sealed class Lines : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Total >= 1000) Console.WriteLine($"{value.Done} of {value.Total}");
        }
    }
}
