using Xunit.v3;

namespace Incubator.Tests.Host;

/// <summary>
/// Of a test class that only inherits another's tests: its databases are made on SQL Server, where <see cref="Variable"/> holds a
/// connection string to a server (each test makes a database of its own); where it does not, the tests are shown as skipped.
/// <code>[OnSqlServer] public sealed class ReserveDeskOnSqlServer : ReserveDeskTests;</code>
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnSqlServerAttribute : Attribute
{
    public const string Variable = "INCUBATOR_TEST_SQLSERVER";

    /// <summary>To the class of the test that runs now.</summary>
    public static bool Applies => TestContext.Current.TestClass is IXunitTestClass { Class: var running } && running.IsDefined(typeof(OnSqlServerAttribute), inherit: false);

    /// <summary>Without it the running test is skipped.</summary>
    public static string Server()
    {
        var set = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(set), $"{Variable} is not set.");
        return set!;
    }
}
