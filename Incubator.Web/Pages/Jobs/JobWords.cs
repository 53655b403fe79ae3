using Incubator.Core.Cohorts;
using Incubator.Web.Pages.Notifications.Emails;

namespace Incubator.Web.Pages.Jobs;

/// <summary>The jobs in our own words: what each does, and what its counts mean; keys of <c>JobsText.hu.resx</c>.</summary>
public static class JobWords
{
    public static readonly IReadOnlyDictionary<string, (string Name, string What)> Jobs = new Dictionary<string, (string, string)>
    {
        [nameof(DeliverOutbox)] = ("Deliver mails", "Sends what is written and due."),
        [nameof(ChaseUpdates)] = ("Ask for company updates", "Sees to it that every manager is asked for quarterly updates and follow-ups."),
    };

    /// <summary>A run's counts.</summary>
    public static readonly IReadOnlyDictionary<string, string> Did = new Dictionary<string, string>
    {
        ["Sent"] = "sent: {0}",
        ["Kept"] = "kept here, no mail server: {0}",
        ["Declined"] = "not wanted by mail: {0}",
        ["PutOff"] = "put off by the mail server: {0}",
        ["Parked"] = "given up: {0}",
        ["Passed"] = "withdrawn at the last moment: {0}",
    };
}
