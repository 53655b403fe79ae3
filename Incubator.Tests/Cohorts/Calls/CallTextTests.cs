using System.Xml.Linq;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Cohorts.Applications;
using Incubator.Web.Pages.Cohorts.Calls;
using Incubator.Web.Pages.Notifications;

namespace Incubator.Tests.Cohorts.Calls;

/// <summary>Texts that stand in tables of words, where the search for texts on pages does not see them.</summary>
public sealed class CallTextTests
{
    [Fact]
    public void Words_OfCalls_AreInHungarian() =>
        Assert.Empty(CallHistory.Acts.Values.Concat(CallHistory.Fields.Values).Except(Hungarian("Cohorts", "Calls", "CallsText")));

    [Fact]
    public void Words_OfApplications_AreInHungarian() => Assert.Empty(
        new[] { FieldWords.Labels, FieldWords.Hints, FieldWords.Choices, FieldWords.Forms, FieldWords.Pages, ApplicationHistory.Acts, ApplicationHistory.Fields }
            .SelectMany(words => words.Values).Except(Hungarian("Cohorts", "Applications", "ApplicationsText")));

    [Fact]
    public void Notices_OfApplications_AreInHungarian() => Assert.Empty(
        new[] { "ApplicationLink", "ApplicationSubmitted", "ApplicationWithdrawn" }
            .SelectMany(kind => new[] { NoticeWords.Kinds[kind].Subject, NoticeWords.Kinds[kind].Body }).Except(Hungarian("Notifications", "NotificationsText")));

    private static IEnumerable<string> Hungarian(params string[] path) =>
        XDocument.Load(House.Path(["Incubator.Web", "Pages", .. path]) + ".hu.resx").Root!.Elements("data").Select(d => d.Attribute("name")!.Value);
}
