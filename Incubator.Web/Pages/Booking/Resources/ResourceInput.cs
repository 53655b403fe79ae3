using System.ComponentModel.DataAnnotations;
using Incubator.Core.Booking;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>What the form of a resource holds.</summary>
public sealed class ResourceInput
{
    [Required, StringLength(Resource.CodeMaxLength)]
    public string Code { get; set; } = "";

    [Required, StringLength(Resource.NameMaxLength)]
    public string NameHu { get; set; } = "";

    [Required, StringLength(Resource.NameMaxLength)]
    public string NameEn { get; set; } = "";

    public ResourceKind Kind { get; set; }

    public long? CategoryId { get; set; }

    [StringLength(ResourceCategory.CodeMaxLength)]
    public string? NewCategory { get; set; }

    [StringLength(ResourceCategory.CodeMaxLength)]
    public string? NewCategoryEn { get; set; }

    public long? SiteId { get; set; }

    [StringLength(Site.NameMaxLength)]
    public string? NewSite { get; set; }

    [StringLength(Resource.RoomMaxLength)]
    public string? Room { get; set; }

    [StringLength(Resource.MakerMaxLength)]
    public string? Manufacturer { get; set; }

    [StringLength(Resource.MakerMaxLength)]
    public string? Model { get; set; }

    [StringLength(Quantity.FigureMaxLength)]
    public string? Capacity { get; set; }

    [StringLength(Quantity.UnitMaxLength)]
    public string? CapacityUnit { get; set; }

    [Range(1, Resource.MaxUnits)]
    public int Units { get; set; } = 1;

    public FoodGrade? FoodGrade { get; set; }

    public long? OwnerId { get; set; }

    public long? BackupOwnerId { get; set; }

    [Range(0, Resource.MaxBufferMinutes)]
    public int SetupMinutes { get; set; }

    [Range(0, Resource.MaxBufferMinutes)]
    public int CleanupMinutes { get; set; }

    [StringLength(Resource.NotesMaxLength)]
    public string? Notes { get; set; }

    [StringLength(Resource.SourceMaxLength)]
    public string? Source { get; set; }

    /// <summary>Of the resource as the form was opened.</summary>
    public Guid Version { get; set; }

    public static ResourceInput Of(Resource resource) => new()
    {
        Code = resource.Code,
        NameHu = resource.NameHu,
        NameEn = resource.NameEn,
        Kind = resource.Kind,
        CategoryId = resource.CategoryId,
        SiteId = resource.SiteId,
        Room = resource.Room,
        Manufacturer = resource.Manufacturer,
        Model = resource.Model,
        Capacity = resource.CapacityFigure,
        CapacityUnit = resource.CapacityUnit,
        Units = resource.Units,
        FoodGrade = resource.FoodGrade,
        OwnerId = resource.OwnerId,
        BackupOwnerId = resource.BackupOwnerId,
        SetupMinutes = resource.SetupMinutes,
        CleanupMinutes = resource.CleanupMinutes,
        Notes = resource.Notes,
        Source = resource.Source,
        Version = resource.Version,
    };

    public bool CapacityIsReadable => string.IsNullOrWhiteSpace(Capacity) || Quantity.Read(Capacity, CapacityUnit) is not null;

    public LocalName? Category => string.IsNullOrWhiteSpace(NewCategory) && string.IsNullOrWhiteSpace(NewCategoryEn)
        ? null
        : new LocalName(First(NewCategory, NewCategoryEn), First(NewCategoryEn, NewCategory));

    public string? SiteName => string.IsNullOrWhiteSpace(NewSite) ? null : NewSite;

    public ResourceDetails Details => new()
    {
        Code = Code,
        NameHu = NameHu,
        NameEn = NameEn,
        Kind = Kind,
        CategoryId = CategoryId ?? 0,
        SiteId = SiteId,
        Room = Room,
        Manufacturer = Manufacturer,
        Model = Model,
        Capacity = string.IsNullOrWhiteSpace(Capacity) ? null : Quantity.Read(Capacity, CapacityUnit),
        Units = Units,
        FoodGrade = FoodGrade,
        OwnerId = OwnerId,
        BackupOwnerId = BackupOwnerId,
        SetupMinutes = SetupMinutes,
        CleanupMinutes = CleanupMinutes,
        Notes = Notes,
        Source = Source,
    };

    private static string First(string? wanted, string? other) => string.IsNullOrWhiteSpace(wanted) ? other! : wanted;
}
