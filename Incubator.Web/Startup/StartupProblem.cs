using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace Incubator.Web.Startup;

/// <summary>Why the program cannot start, in one sentence that also says the mend; shown without a stack trace.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1710", Justification = "It is what the reader is told.")]
public sealed class StartupProblem(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>The sentence for what a person can mend; null for a bug, which keeps its stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        StartupProblem problem => problem.Message,
        IOException { InnerException: AddressInUseException } inUse =>
            $"The address is taken by another program ({FirstLine(inUse)}): stop that program, or choose another address with --urls http://localhost:5081.",
        IOException io when io.Message.Contains("Failed to bind", StringComparison.Ordinal) =>
            $"The address cannot be used ({FirstLine(io)}): choose another with --urls http://localhost:5081.",
        SqliteException { SqliteErrorCode: 26 } =>
            "The database file is not a SQLite database: move it away, or name another data folder in INCUBATOR_DATA.",
        SqliteException { SqliteErrorCode: 5 or 6 } =>
            "The database file is locked by another program: stop it and start again.",
        SqliteException { SqliteErrorCode: 8 or 14 } sqlite =>
            $"The database file cannot be opened for writing ({FirstLine(sqlite)}): give this user the right to write it, or name another data folder in INCUBATOR_DATA.",
        _ => null,
    };

    private static string FirstLine(Exception failure) => failure.Message.Split('\n')[0].Trim().TrimEnd('.');
}
