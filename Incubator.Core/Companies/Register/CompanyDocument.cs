using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

public enum CompanyDocumentKind
{
    Other = 0,
    Agreement = 1,
    Registration = 2,
    Certificate = 3,
    FinancialStatement = 4,
    ProductSheet = 5,
}

/// <summary>A file of a company: what it is, and whether the company itself may see it.</summary>
public sealed class CompanyDocument
{
    private CompanyDocument() { }

    public long AttachmentId { get; private set; }

    public long CompanyId { get; private set; }

    public CompanyDocumentKind Kind { get; private set; }

    /// <summary>The company's people do not see it.</summary>
    public bool IsForStaff { get; private set; }

    internal static CompanyDocument Create(long attachmentId, long companyId, CompanyDocumentKind kind, bool isForStaff) =>
        new() { AttachmentId = attachmentId, CompanyId = companyId, Kind = kind, IsForStaff = isForStaff };
}

public sealed record KeepCompanyFile
{
    public required Guid Company { get; init; }

    public required CompanyDocumentKind Kind { get; init; }

    /// <summary>Asked for by staff only; a manager's own file is never hidden from the company.</summary>
    public bool IsForStaff { get; init; }

    public required string FileName { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>Where a company's files are kept: by staff, and by its managers.</summary>
public sealed class CompanyFileDesk(IncubatorDb db, DocumentArchive archive, TimeProvider clock)
{
    public async Task<Result<Guid>> KeepAsync(KeepCompanyFile request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCompanyAsync(request.Company, token);
            if (await db.FindManagedAsync(request.Company, actor, token) is not { } company) return Refusal.NotFound;
            var kept = await archive.KeepWithinAsync(new KeepFile
            {
                Subject = nameof(Company),
                SubjectId = company.Id,
                Kind = AttachmentKind.Document,
                FileName = request.FileName,
                Bytes = request.Bytes,
            }, actor, now, token);
            if (!kept.Succeeded) return Result<Guid>.Refused(kept.Refusals);
            await db.SaveChangesAsync(token);
            db.CompanyDocuments.Add(CompanyDocument.Create(kept.Value.Id, company.Id, request.Kind, request.IsForStaff && actor.IsStaff));
            return kept.Value.Reference;
        }, cancel: cancel);
    }

    public async Task<Result<Done>> RemoveAsync(Guid company, Guid file, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(company, token);
            if (await db.FindManagedAsync(company, actor, token) is not { } found) return Refusal.NotFound;
            var attachment = await db.Attachments.SingleOrDefaultAsync(a => a.Reference == file, token);
            var document = attachment is null ? null
                : await db.CompanyDocuments.SingleOrDefaultAsync(d => d.AttachmentId == attachment.Id && d.CompanyId == found.Id, token);
            if (attachment is null || document is null || (document.IsForStaff && !actor.IsStaff)) return Refusal.NotFound;
            db.CompanyDocuments.Remove(document);
            await db.SaveChangesAsync(token);
            await archive.RemoveWithinAsync(attachment, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }
}
