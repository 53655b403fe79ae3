using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Where staff build a call's form and its rubric. Both are fixed as soon as somebody has submitted: all are asked the same and
/// judged by the same.
/// </summary>
public sealed class CallFormDesk(IncubatorDb db, TimeProvider clock)
{
    public const int MaxSections = 12;
    public const int MaxQuestions = 60;

    public Task<Result<long>> AddSectionAsync(Guid call, SectionDetails details, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<long>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var there = await db.CallSections.CountAsync(s => s.CallId == found.Id, token);
            if (there >= MaxSections) return new Refusal("FormFull").With("max", MaxSections);
            var section = CallSection.Create(found.Id, there + 1, details);
            db.CallSections.Add(section);
            await db.SaveChangesAsync(token);
            Record(found, "SectionAdded", Named(null, section.TitleEn), actor, now);
            return section.Id;
        }, cancel);
    }

    public Task<Result<Done>> EditSectionAsync(
        Guid call, long id, SectionDetails details, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<Done>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var section = await db.CallSections.SingleOrDefaultAsync(s => s.Id == id && s.CallId == found.Id, token);
            if (section is null) return Refusal.NotFound;
            if (section.Version != seenVersion) return Refusal.ChangedMeanwhile;
            var before = section.TitleEn;
            section.Describe(details);
            if (db.Entry(section).State == EntityState.Modified) Record(found, "SectionChanged", Told(section, before, section.TitleEn), actor, now);
            return default(Done);
        }, cancel);
    }

    /// <summary>With its questions.</summary>
    public Task<Result<Done>> RemoveSectionAsync(Guid call, long id, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var sections = await db.CallSections.Where(s => s.CallId == found.Id).OrderBy(s => s.Position).ToListAsync(token);
            if (sections.Find(s => s.Id == id) is not { } section) return Refusal.NotFound;
            var questions = await db.CallQuestions.Include(q => q.Choices).Where(q => q.SectionId == id).ToListAsync(token);
            await ForgetAnswersAsync(found, questions, token);
            db.RemoveRange(questions.SelectMany(q => q.Choices));
            db.RemoveRange(questions);
            db.Remove(section);
            sections.Remove(section);
            for (var i = 0; i < sections.Count; i++) sections[i].MoveTo(i + 1);
            Record(found, "SectionRemoved", Named(section.TitleEn, null), actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> MoveSectionAsync(Guid call, long id, Move way, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var sections = await db.CallSections.Where(s => s.CallId == found.Id).OrderBy(s => s.Position).ToListAsync(token);
            if (sections.Find(s => s.Id == id) is not { } section) return Refusal.NotFound;
            if (Other(sections, section, way) is not { } other) return default(Done);
            var place = section.Position;
            section.MoveTo(other.Position);
            other.MoveTo(place);
            Record(found, "SectionMoved", Named(section.TitleEn, section.TitleEn), actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<long>> AddQuestionAsync(Guid call, long sectionId, QuestionDetails details, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<long>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var section = await db.CallSections.SingleOrDefaultAsync(s => s.Id == sectionId && s.CallId == found.Id, token);
            if (section is null) return Refusal.NotFound;
            if (await db.CallQuestions.CountAsync(q => q.CallId == found.Id, token) >= MaxQuestions)
                return new Refusal("FormFull").With("max", MaxQuestions);
            var question = CallQuestion.Create(section, await db.CallQuestions.CountAsync(q => q.SectionId == sectionId, token) + 1, details);
            db.CallQuestions.Add(question);
            await db.SaveChangesAsync(token);
            Record(found, "QuestionAdded", Named(null, question.LabelEn), actor, now);
            return question.Id;
        }, cancel);
    }

    public Task<Result<Done>> EditQuestionAsync(
        Guid call, long id, QuestionDetails details, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<Done>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var question = await db.CallQuestions.Include(q => q.Choices).SingleOrDefaultAsync(q => q.Id == id && q.CallId == found.Id, token);
            if (question is null) return Refusal.NotFound;
            if (question.Version != seenVersion) return Refusal.ChangedMeanwhile;
            var (before, choices) = (question.LabelEn, Lines(question));
            db.RemoveRange(question.Describe(details));
            var told = Told(question, before, question.LabelEn);
            if (Lines(question) is var after && after != choices) told["Choices"] = [choices, after];
            if (db.Entry(question).State == EntityState.Modified || told.ContainsKey("Choices")) Record(found, "QuestionChanged", told, actor, now);
            return default(Done);
        }, cancel);
    }

    public Task<Result<Done>> RemoveQuestionAsync(Guid call, long id, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var question = await db.CallQuestions.Include(q => q.Choices).SingleOrDefaultAsync(q => q.Id == id && q.CallId == found.Id, token);
            if (question is null) return Refusal.NotFound;
            await ForgetAnswersAsync(found, [question], token);
            db.RemoveRange(question.Choices);
            db.Remove(question);
            foreach (var later in await db.CallQuestions.Where(q => q.SectionId == question.SectionId && q.Position > question.Position).ToListAsync(token))
                later.MoveTo(later.SectionId, later.Position - 1);
            Record(found, "QuestionRemoved", Named(question.LabelEn, null), actor, now);
            return default(Done);
        }, cancel);

    /// <summary>Past the end of its section into the next, and back.</summary>
    public Task<Result<Done>> MoveQuestionAsync(Guid call, long id, Move way, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var sections = await db.CallSections.Where(s => s.CallId == found.Id).OrderBy(s => s.Position).ToListAsync(token);
            var questions = await db.CallQuestions.Where(q => q.CallId == found.Id).ToListAsync(token);
            if (questions.Find(q => q.Id == id) is not { } question) return Refusal.NotFound;
            var beside = questions.Where(q => q.SectionId == question.SectionId).OrderBy(q => q.Position).ToList();
            if (Other(beside, question, way) is { } other)
            {
                var place = question.Position;
                question.MoveTo(question.SectionId, other.Position);
                other.MoveTo(other.SectionId, place);
            }
            else if (Other(sections, sections.Single(s => s.Id == question.SectionId), way) is { } next)
            {
                var there = questions.Where(q => q.SectionId == next.Id).OrderBy(q => q.Position).ToList();
                beside.Remove(question);
                there.Insert(way == Move.Down ? 0 : there.Count, question);
                for (var i = 0; i < beside.Count; i++) beside[i].MoveTo(beside[i].SectionId, i + 1);
                for (var i = 0; i < there.Count; i++) there[i].MoveTo(next.Id, i + 1);
            }
            else
            {
                return default(Done);
            }

            Record(found, "QuestionMoved", Named(question.LabelEn, question.LabelEn), actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<long>> AddCriterionAsync(Guid call, CriterionDetails details, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<long>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var there = await db.Criteria.CountAsync(c => c.CallId == found.Id, token);
            if (there >= Criterion.MostOfACall) return new Refusal("RubricFull").With("max", Criterion.MostOfACall);
            var criterion = Criterion.Create(found.Id, there + 1, details);
            db.Criteria.Add(criterion);
            await db.SaveChangesAsync(token);
            Record(found, "CriterionAdded", Named(null, criterion.NameEn), actor, now);
            return criterion.Id;
        }, cancel);
    }

    public Task<Result<Done>> EditCriterionAsync(
        Guid call, long id, CriterionDetails details, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        details = details.Tidied();
        return ChangeAsync<Done>(call, details.Problems(), actor, async (found, now, token) =>
        {
            var criterion = await db.Criteria.Include(c => c.Anchors).SingleOrDefaultAsync(c => c.Id == id && c.CallId == found.Id, token);
            if (criterion is null) return Refusal.NotFound;
            if (criterion.Version != seenVersion) return Refusal.ChangedMeanwhile;
            var before = criterion.NameEn;
            criterion.Describe(details);
            var told = Told(criterion, before, criterion.NameEn);
            foreach (var anchor in criterion.Anchors)
                if (db.Entry(anchor) is { State: EntityState.Modified } entry)
                    told[$"Anchor{anchor.Score}"] = [entry.OriginalValues.GetValue<string>(nameof(anchor.TextEn)), anchor.TextEn];
            if (told.Count > 1 || db.Entry(criterion).State == EntityState.Modified) Record(found, "CriterionChanged", told, actor, now);
            return default(Done);
        }, cancel);
    }

    public Task<Result<Done>> RemoveCriterionAsync(Guid call, long id, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var criteria = await db.Criteria.Include(c => c.Anchors).Where(c => c.CallId == found.Id).OrderBy(c => c.Position).ToListAsync(token);
            if (criteria.Find(c => c.Id == id) is not { } criterion) return Refusal.NotFound;
            if (found.IsPublished && criteria.Count == 1) return new Refusal("RubricMissing");
            db.RemoveRange(criterion.Anchors);
            db.Remove(criterion);
            criteria.Remove(criterion);
            for (var i = 0; i < criteria.Count; i++) criteria[i].MoveTo(i + 1);
            Record(found, "CriterionRemoved", Named(criterion.NameEn, null), actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> MoveCriterionAsync(Guid call, long id, Move way, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync<Done>(call, [], actor, async (found, now, token) =>
        {
            var criteria = await db.Criteria.Where(c => c.CallId == found.Id).OrderBy(c => c.Position).ToListAsync(token);
            if (criteria.Find(c => c.Id == id) is not { } criterion) return Refusal.NotFound;
            if (Other(criteria, criterion, way) is not { } other) return default(Done);
            var place = criterion.Position;
            criterion.MoveTo(other.Position);
            other.MoveTo(place);
            Record(found, "CriterionMoved", Named(criterion.NameEn, criterion.NameEn), actor, now);
            return default(Done);
        }, cancel);

    // Only drafts can have answered: a submitted application fixes the form. A file given for a question stays among the draft's own files,
    // where its applicant sees it and can remove it.
    private Task<int> ForgetAnswersAsync(Call call, IEnumerable<CallQuestion> questions, CancellationToken token)
    {
        var fields = questions.SelectMany(q => new[] { q.Field, q.Field + FormField.CurrencySuffix }).ToList();
        return db.ApplicationAnswers
            .Where(a => fields.Contains(a.Field) && db.Applications.Any(x => x.Id == a.ApplicationId && x.CallId == call.Id)).ExecuteDeleteAsync(token);
    }

    private async Task<Result<T>> ChangeAsync<T>(
        Guid reference, IEnumerable<Refusal> problems, Actor actor, Func<Call, DateTimeOffset, CancellationToken, Task<Result<T>>> act,
        CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (problems.ToList() is { Count: > 0 } wrong) return Result<T>.Refused(wrong);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<T>(async token =>
        {
            await db.LockCallAsync(reference, token);
            var call = await db.Calls.SingleOrDefaultAsync(c => c.Reference == reference, token);
            if (call is null) return Refusal.NotFound;
            if (await db.Applications.AnyAsync(a => a.CallId == call.Id && a.SubmittedAt != null, token)) return new Refusal("FormFixed");
            return await act(call, now, token);
        }, cancel: cancel);
    }

    // What happens to the form is part of the call's story.
    private void Record(Call call, string act, Dictionary<string, string?[]> told, Actor actor, DateTimeOffset now) =>
        db.Record(nameof(Call), call.Id, act, actor, now, told);

    private static Dictionary<string, string?[]> Named(string? before, string? after) => new() { ["Part"] = [before, after] };

    private Dictionary<string, string?[]> Told<T>(T part, string before, string after)
        where T : class
    {
        var told = Named(before, after);
        foreach (var property in db.Entry(part).Properties.Where(p => p.IsModified && p.Metadata.Name != "Version" && !Equals(p.OriginalValue, p.CurrentValue)))
            told[property.Metadata.Name] = [HistoryBook.Text(property.OriginalValue), HistoryBook.Text(property.CurrentValue)];
        return told;
    }

    private static string Lines(CallQuestion question) => string.Join("; ", question.Choices.OrderBy(c => c.Position).Select(c => c.LabelEn));

    private static T? Other<T>(List<T> ordered, T moved, Move way)
        where T : class
    {
        var to = ordered.IndexOf(moved) + (way == Move.Up ? -1 : 1);
        return to < 0 || to >= ordered.Count ? null : ordered[to];
    }
}
