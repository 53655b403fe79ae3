using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Incubator.Tests.Host;

public enum Provider
{
    Sqlite = 0,
    SqlServer = 1,
}

/// <summary>
/// <c>[Theory, Databases] public async Task X(Provider provider)</c>: on SQLite always, on SQL Server where
/// <c>INCUBATOR_TEST_SQLSERVER</c> holds a connection string (to a server; each test makes its own database), else shown as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabasesAttribute : DataAttribute
{
    public const string Variable = "INCUBATOR_TEST_SQLSERVER";

    public static string? SqlServer => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<Provider>(Provider.Sqlite),
            new TheoryDataRow<Provider>(Provider.SqlServer) { Skip = SqlServer is null ? $"{Variable} is not set" : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
