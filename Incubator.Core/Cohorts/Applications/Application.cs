using Incubator.Core.Companies;

namespace Incubator.Core.Cohorts;

public enum ApplicationState
{
    /// <summary>Being written; staff see that it exists, not what it says.</summary>
    Draft = 0,

    Submitted = 1,

    /// <summary>Taken back by the applicant.</summary>
    Withdrawn = 2,

    Admitted = 3,

    /// <summary>Next if a place becomes free.</summary>
    Reserve = 4,

    Rejected = 5,
}

/// <summary>
/// A company's answer to a call, written without an account by whoever holds its link. All that is typed is kept as typed
/// (<see cref="ApplicationAnswer"/>); what is stated here of the company is read from that when it is submitted.
/// </summary>
public sealed class Application
{
    public const int NumberMaxLength = 20;
    public const int EmailMaxLength = 256;
    public const int LanguageMaxLength = 5;
    public const int CompanyNameMaxLength = 160;
    public const int TaxCoreLength = 8;

    /// <summary>Files that one application may have.</summary>
    public const int MaxFiles = 10;

    private Application() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; in staff's links. It does not open the application to its applicant: that does a link's secret.</summary>
    public Guid Reference { get; private set; }

    /// <summary>For people: JE-2026-0012.</summary>
    public string Number { get; private set; } = "";

    public long CallId { get; private set; }

    public ApplicationState State { get; private set; }

    /// <summary>Where the link and the letters go.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Language of the letters: "hu" or "en".</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>UTC; null: nothing was saved yet.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>UTC, the latest time; null: never, or taken back to edit.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>UTC; withdrawn, admitted, put on the reserve list or rejected.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Answers that are wanted, and those of them that are missing or wrong, as of the last save.</summary>
    public int Wanted { get; private set; }

    public int Missing { get; private set; }

    /// <summary>Null until submitted.</summary>
    public string? CompanyName { get; private set; }

    /// <summary>First eight digits of the Hungarian tax number; null until submitted, or without one.</summary>
    public string? TaxCore { get; private set; }

    /// <summary>By what the application says (<see cref="SizeRules"/>); null until submitted, or where figures are missing.</summary>
    public SizeClass? SizeClass { get; private set; }

    /// <summary>The company of the register that staff say it is.</summary>
    public long? CompanyId { get; private set; }

    /// <summary>Since when nothing is known of its applicant any more (UTC); what it was counted as stays.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Bumped first in every transaction that writes it: the row lock makes rivals wait.</summary>
    public long LockVersion { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>What to call it: the company, or its number where that is not known (any more).</summary>
    public string Name => CompanyName ?? Number;

    public static Application Start(long callId, string number, string email, string language, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        CallId = callId,
        Number = number,
        Email = email,
        Language = language,
        StartedAt = now,
    };

    /// <summary>Something of it was changed.</summary>
    public void Save(DateTimeOffset now)
    {
        Require(ApplicationState.Draft);
        SavedAt = now;
    }

    public void Measure(int wanted, int missing) => (Wanted, Missing) = (wanted, missing);

    public void Submit(string companyName, string? taxCore, DateTimeOffset now, SizeClass? sizeClass = null)
    {
        Require(ApplicationState.Draft);
        if (Missing > 0) throw new InvalidOperationException("Something is missing.");
        State = ApplicationState.Submitted;
        SubmittedAt = now;
        CompanyName = companyName;
        TaxCore = taxCore;
        SizeClass = sizeClass;
    }

    /// <summary>Back to a draft, to be edited and submitted again.</summary>
    public void Reopen()
    {
        Require(ApplicationState.Submitted);
        State = ApplicationState.Draft;
        SubmittedAt = null;
    }

    public void Withdraw(DateTimeOffset now)
    {
        if (State is not (ApplicationState.Draft or ApplicationState.Submitted)) Require(ApplicationState.Submitted);
        State = ApplicationState.Withdrawn;
        EndedAt = now;
    }

    /// <summary>The address goes; what was applied for stays countable. Its links must go too.</summary>
    public void ForgetApplicant() => Email = Accounts.KnownPerson.Gone;

    /// <summary>Past its time: neither the applicant nor the company stays, only what is counted. Its answers, links and files must go too.</summary>
    public void Forget(DateTimeOffset now)
    {
        ForgetApplicant();
        (CompanyName, TaxCore, CompanyId, ForgottenAt) = (null, null, null, now);
    }

    public void IsOf(long? companyId) => CompanyId = companyId;

    /// <summary>A first decision, a correction, or a move up from the reserve list. Who was admitted stays so.</summary>
    /// <exception cref="InvalidOperationException">Not submitted, withdrawn, or admitted already.</exception>
    public void Decide(DecisionKind kind, DateTimeOffset now)
    {
        if (State is not (ApplicationState.Submitted or ApplicationState.Reserve or ApplicationState.Rejected)) Require(ApplicationState.Submitted);
        State = kind switch
        {
            DecisionKind.Admit => ApplicationState.Admitted,
            DecisionKind.Reserve => ApplicationState.Reserve,
            _ => ApplicationState.Rejected,
        };
        EndedAt = now;
    }

    private void Require(ApplicationState state)
    {
        if (State != state) throw new InvalidOperationException($"The application is {State}, not {state}.");
    }
}

/// <summary>What stands in one field of an application, as typed, whether it can be understood or not.</summary>
public sealed class ApplicationAnswer
{
    public const int FieldMaxLength = 60;
    public const int TextMaxLength = 4000;

    private ApplicationAnswer() { }

    public long ApplicationId { get; private set; }

    /// <summary>"company.name", "idea.2.stage", "wish.17", or a call's question: <see cref="CallQuestion.Field"/>.</summary>
    public string Field { get; private set; } = "";

    /// <summary>Choices as ids, several apart by commas; a tick is "true"; a file its reference.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static ApplicationAnswer Create(long applicationId, string field, string text, DateTimeOffset now)
    {
        var answer = new ApplicationAnswer { ApplicationId = applicationId, Field = field };
        answer.Say(text, now);
        return answer;
    }

    public void Say(string text, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, TextMaxLength);
        (Text, ChangedAt) = (text, now);
    }
}

/// <summary>A secret that opens an application to its applicant; only its hash is kept.</summary>
public sealed class ApplicationLink
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    private ApplicationLink() { }

    public long Id { get; private set; }

    public long ApplicationId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static ApplicationLink Create(long applicationId, string tokenHash, DateTimeOffset now) =>
        new() { ApplicationId = applicationId, TokenHash = tokenHash, CreatedAt = now };
}

/// <summary>What staff found of an application that looks like a company or another application.</summary>
public sealed class DuplicateFinding
{
    private DuplicateFinding() { }

    public long Id { get; private set; }

    public long ApplicationId { get; private set; }

    /// <summary>Either a company of the register…</summary>
    public long? CompanyId { get; private set; }

    /// <summary>…or another application.</summary>
    public long? OtherApplicationId { get; private set; }

    public bool IsSame { get; private set; }

    public long? FoundById { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    public static DuplicateFinding Create(
        long applicationId, long? companyId, long? otherApplicationId, bool isSame, long? foundById, DateTimeOffset now)
    {
        if (companyId is null == otherApplicationId is null) throw new ArgumentException("Either a company or an application.", nameof(companyId));
        var finding = new DuplicateFinding { ApplicationId = applicationId, CompanyId = companyId, OtherApplicationId = otherApplicationId };
        finding.Say(isSame, foundById, now);
        return finding;
    }

    public void Say(bool isSame, long? foundById, DateTimeOffset now) => (IsSame, FoundById, FoundAt) = (isSame, foundById, now);
}
