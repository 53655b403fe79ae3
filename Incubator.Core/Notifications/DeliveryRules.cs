namespace Incubator.Core.Notifications;

/// <summary>How often, and how long, sending is tried.</summary>
public static class DeliveryRules
{
    /// <summary>How long one deliverer may keep what it took without giving it to the mail server.</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(10);

    /// <summary>After this long without the server's answer nobody will learn it any more: the deliverer died in between.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>The pause after so many attempts that failed for the time being; null: it is given up. About 21 hours in all.</summary>
    public static TimeSpan? PauseAfter(int attempts) => attempts <= Pauses.Length ? Pauses[Math.Max(attempts, 1) - 1] : null;
}

/// <summary>Why a mail was not sent; codes, the page puts the words.</summary>
public static class DeliveryProblem
{
    /// <summary>The server said "later" each time.</summary>
    public const string PutOff = "PutOff";

    /// <summary>The server refused it for good (no such address, say).</summary>
    public const string Refused = "MailRefused";

    /// <summary>The connection or the program broke off before the server's answer: it may have arrived or not.</summary>
    public const string Unanswered = "Unanswered";

    /// <summary>It cannot be written as a mail (a malformed address, say).</summary>
    public const string Unsendable = "Unsendable";
}
