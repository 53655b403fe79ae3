using System.Reflection;
using System.Text.RegularExpressions;
using Incubator.Tests.Host;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Tests.Conventions;

public sealed partial class PageTests
{
    private static readonly Type[] Models = [.. typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)];

    [Fact]
    public void Pages_Each_SayWhoMayOpenThem() => Assert.Empty(Models
        .Where(m => m.GetCustomAttribute<AllowAnonymousAttribute>() is null && m.GetCustomAttribute<AuthorizeAttribute>() is not { Policy.Length: > 0 })
        .Select(m => m.FullName));

    [Fact]
    public void Pages_OnPost_AreAntiforged() => Assert.Equal(
        ["Incubator.Web.Pages.ErrorModel", // Shown in place of any failed request; it changes nothing.
         "Incubator.Web.Pages.Notifications.UnsubscribeModel"], // A mail reader's one click has no form of ours; the sealed address is the proof.
        Models.Where(m => m.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null).Select(m => m.FullName).Order());

    [Fact]
    public void Models_InLines_AreAtMost150() => Assert.All(
        House.Files("Incubator.Web/Pages", ".cshtml.cs"), f => Assert.InRange(File.ReadLines(f).Count(), 1, 150));

    [Fact]
    public void Program_InLines_IsAtMost40() => Assert.InRange(File.ReadLines(House.Path("Incubator.Web", "Program.cs")).Count(), 1, 40);

    [Fact]
    public void Markup_ForTheContentPolicy_HoldsNoInlineScriptOrStyle() => Assert.Empty(House.Files("Incubator.Web/Pages", ".cshtml", ".razor")
        // Mails are read where no style sheet of ours is.
        .Where(f => !f.Contains("/Emails/", StringComparison.Ordinal))
        .SelectMany(f => Inline().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value.Trim()}")));

    [GeneratedRegex(@"\sstyle=""|<style|<script(?![^>]*\bsrc=)|\son(click|change|submit|load|input|key\w+|mouse\w+|pointer\w+)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
