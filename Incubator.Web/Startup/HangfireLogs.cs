using Hangfire.Logging;

namespace Incubator.Web.Startup;

/// <summary>
/// Hangfire keeps one log provider for the whole process, ours has one per host: it is handed the host's log only as long as the
/// host lives, so that a host that was stopped does not take the others' jobs down with it.
/// </summary>
internal sealed class HangfireLogs(ILoggerFactory logs) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Line(logs.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Line(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        }
    }

    private sealed class Line(ILogger log) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = (Microsoft.Extensions.Logging.LogLevel)(int)logLevel;
            if (!log.IsEnabled(level)) return false;
            // Asked without a message only whether it would be written.
            if (messageFunc is not null) log.Log(level, exception, "{Message}", messageFunc());
            return true;
        }
    }
}
