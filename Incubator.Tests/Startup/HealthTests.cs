using System.Net;
using Incubator.Tests.Host;

namespace Incubator.Tests.Startup;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_DatabaseThere_IsGood(string address)
    {
        using var app = IncubatorApp.Start();
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Health_SqlServerAway_IsAliveButNotReadyAndPagesSaySoCalmly()
    {
        await using var host = LabHost.With("Production",
            ("Database:Provider", "SqlServer"),
            ("Database:WatchSeconds", "0.2"),
            ("Logging:LogLevel:Default", "None"),
            ("ConnectionStrings:Incubator", "Server=127.0.0.1,1;Database=None;User Id=a;Password=b;Connect Timeout=1;ConnectRetryCount=0;Encrypt=false"));
        var client = new TestClient(host.Server.CreateHandler(), new Uri("https://lab.example"), "", "hu");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        foreach (var address in new[] { "/", "/sign-in", "/booking/day" })
        {
            var page = await client.GetPageAsync(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Equal("Rövid szünetet tartunk", page.Text("h1"));
            Assert.Equal("We are taking a short pause", page.Text("h2"));
            Assert.NotNull(page.Answer.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/css/site.css")).StatusCode);
    }
}
