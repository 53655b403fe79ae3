using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff make a camp's registration form: skills, questions and the privacy notice. Nobody registers before there is a notice.</summary>
public sealed class RegistrationFormDesk(IncubatorDb db, TimeProvider clock)
{
    public Task<Result<Guid>> AskAsync(Guid camp, QuestionOfCamp request, Actor actor, CancellationToken cancel = default)
    {
        if (RegistrationRules.Problems(request).ToList() is { Count: > 0 } problems) return Task.FromResult(Result<Guid>.Refused(problems));
        return OnCampAsync<Guid>(camp, actor, async (id, now, token) =>
        {
            var there = await db.CampQuestions.Where(q => q.CampId == id && q.RetiredAt == null).Select(q => q.Position).ToListAsync(token);
            if (there.Count >= CampQuestion.MostOfACamp) return new Refusal("CampQuestionsFull").With("max", CampQuestion.MostOfACamp);
            var question = CampQuestion.Create(id, there.DefaultIfEmpty(0).Max() + 1, request);
            db.CampQuestions.Add(question);
            db.Record(nameof(Camp), id, "QuestionAdded", actor, now, new Dictionary<string, string?[]> { ["Question"] = [null, question.TextEn] });
            return question.Reference;
        }, cancel);
    }

    /// <summary>Asked no more. Answers that were given stay; a question nobody answered goes without a trace.</summary>
    public Task<Result<Done>> DropAsync(Guid camp, Guid reference, Actor actor, CancellationToken cancel = default) => OnCampAsync<Done>(camp, actor, async (id, now, token) =>
    {
        if (await db.CampQuestions.SingleOrDefaultAsync(q => q.Reference == reference && q.CampId == id && q.RetiredAt == null, token) is not { } question) return Refusal.NotFound;
        if (await db.CampAnswers.AnyAsync(a => a.QuestionId == question.Id, token)) question.Retire(now);
        else db.CampQuestions.Remove(question);
        db.Record(nameof(Camp), id, "QuestionDropped", actor, now, new Dictionary<string, string?[]> { ["Question"] = [question.TextEn, null] });
        return default(Done);
    }, cancel);

    /// <param name="lines">One skill a line: Hungarian, a vertical bar, English. A skill is the same as long as its English name is.</param>
    public Task<Result<Done>> ListSkillsAsync(Guid camp, string? lines, Actor actor, CancellationToken cancel = default)
    {
        const string Field = "Skills";
        var wanted = CampQuestion.Lines(lines).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        if (wanted.Count > CampSkill.MostOfACamp) return Task.FromResult<Result<Done>>(new Refusal("CampSkillsFull", Field).With("max", CampSkill.MostOfACamp));
        if (wanted.Any(w => w.Length != 2 || w.Any(n => n.Length is 0 or > CampSkill.NameMaxLength)) ||
            wanted.Select(w => w[1]).Distinct(StringComparer.OrdinalIgnoreCase).Count() < wanted.Count)
            return Task.FromResult<Result<Done>>(new Refusal("CampSkillMisshapen", Field).With("max", CampSkill.NameMaxLength));
        return OnCampAsync<Done>(camp, actor, async (id, now, token) =>
        {
            var there = await db.CampSkills.Where(s => s.CampId == id).ToListAsync(token);
            foreach (var gone in there.Where(s => !wanted.Any(w => w[1] == s.NameEn)))
            {
                if (await db.ParticipantSkills.AnyAsync(s => s.SkillId == gone.Id, token)) return new Refusal("CampSkillInUse", Field).With("skill", new LocalName(gone.NameHu, gone.NameEn));
                db.CampSkills.Remove(gone);
            }

            for (var i = 0; i < wanted.Count; i++)
            {
                if (there.Find(s => s.NameEn == wanted[i][1]) is { } skill) skill.Describe(i + 1, wanted[i][0]);
                else db.CampSkills.Add(CampSkill.Create(id, i + 1, wanted[i][0], wanted[i][1]));
            }

            db.Record(nameof(Camp), id, "SkillsListed", actor, now, new Dictionary<string, string?[]>
            {
                ["Skills"] = [string.Join(", ", there.OrderBy(s => s.Position).Select(s => s.NameEn)), string.Join(", ", wanted.Select(w => w[1]))],
            });
            return default(Done);
        }, cancel);
    }

    /// <summary>A new version; who registered before has accepted the earlier one, which is kept.</summary>
    public Task<Result<int>> PublishNoticeAsync(Guid camp, string? bodyHu, string? bodyEn, Actor actor, CancellationToken cancel = default)
    {
        foreach (var (body, field) in new[] { (bodyHu, nameof(CampNotice.BodyHu)), (bodyEn, nameof(CampNotice.BodyEn)) })
        {
            if (string.IsNullOrWhiteSpace(body)) return Task.FromResult<Result<int>>(new Refusal("Missing", field));
            if (TextRules.Problem(body, CampNotice.BodyMaxLength, field) is { } problem) return Task.FromResult<Result<int>>(problem);
        }

        return OnCampAsync<int>(camp, actor, async (id, now, token) =>
        {
            var last = await db.CampNotices.AsNoTracking().Where(n => n.CampId == id).OrderByDescending(n => n.Number).FirstOrDefaultAsync(token);
            if (last is not null && (last.BodyHu, last.BodyEn) == (TextTemplate.Tidy(bodyHu!), TextTemplate.Tidy(bodyEn!))) return last.Number;
            var notice = CampNotice.Publish(id, (last?.Number ?? 0) + 1, bodyHu!, bodyEn!, now, actor.PersonId);
            db.CampNotices.Add(notice);
            db.Record(nameof(Camp), id, "NoticePublished", actor, now, new Dictionary<string, string?[]> { ["Number"] = [HistoryBook.Text(last?.Number), HistoryBook.Text(notice.Number)] });
            return notice.Number;
        }, cancel);
    }

    private async Task<Result<T>> OnCampAsync<T>(Guid reference, Actor actor, Func<long, DateTimeOffset, CancellationToken, Task<Result<T>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<T>(async token =>
        {
            await db.LockCampAsync(reference, token);
            return await db.Camps.Where(c => c.Reference == reference).Select(c => (long?)c.Id).SingleOrDefaultAsync(token) is { } id
                ? await act(id, now, token)
                : Refusal.NotFound;
        }, cancel: cancel);
    }
}
