namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>Names the texts of the pages used at the camp: check-in, today, messages. English is the key, Hungarian stands in AttendanceText.hu.resx.</summary>
public sealed class AttendanceText;
