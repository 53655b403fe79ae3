using System.Xml.Linq;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Cohorts.Programmes;
using Incubator.Web.Pages.Notifications;

namespace Incubator.Tests.Cohorts;

public sealed class CohortWordsTests
{
    [Fact]
    public void History_EachActAndField_IsInHungarian() => Assert.Empty(
        CohortHistory.Acts.Values.Concat(CohortHistory.Fields.Values).Except(Keys("Cohorts", "Programmes", "ProgrammesText.hu.resx")));

    [Theory]
    [InlineData("UpdateDue")]
    [InlineData("UpdateOverdue")]
    [InlineData("FollowUpDue")]
    [InlineData("MentorHourBooked")]
    [InlineData("MentorHourCancelled")]
    [InlineData("MentorHourMoved")]
    public void Notices_OfCohorts_HaveWordsInHungarian(string kind)
    {
        var (subject, body, _) = NoticeWords.Kinds[kind];
        Assert.Empty(new[] { subject, body }.Except(Keys("Notifications", "NotificationsText.hu.resx")));
    }

    private static HashSet<string> Keys(params string[] file) =>
        [.. XDocument.Load(House.Path(["Incubator.Web", "Pages", .. file])).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)];
}
