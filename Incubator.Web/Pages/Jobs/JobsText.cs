namespace Incubator.Web.Pages.Jobs;

/// <summary>The room's texts; Hungarian beside it.</summary>
public sealed class JobsText;
