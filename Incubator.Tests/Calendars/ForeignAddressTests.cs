using System.Net;
using System.Text;
using Incubator.Core.Calendars;

namespace Incubator.Tests.Calendars;

public sealed class ForeignAddressTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("193.6.128.1", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.0.0.170", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void IsOpen_Address_OnlyWhereItIsPublic(string address, bool open) => Assert.Equal(open, ForeignAddress.IsOpen(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://calendar.example.com/a.ics", null)]
    [InlineData("webcal://calendar.example.com/a.ics", null)]
    [InlineData("http://calendar.example.com/a.ics", CalendarProblem.NotHttps)]
    [InlineData("file:///etc/passwd", CalendarProblem.AddressNotUnderstood)]
    [InlineData("ftp://calendar.example.com/a.ics", CalendarProblem.NotHttps)]
    [InlineData("https://me:secret@calendar.example.com/a.ics", CalendarProblem.WithCredentials)]
    [InlineData("https://127.0.0.1/a.ics", CalendarProblem.AddressNotAllowed)]
    [InlineData("https://[::1]/a.ics", CalendarProblem.AddressNotAllowed)]
    [InlineData("https://2130706433/a.ics", CalendarProblem.AddressNotAllowed)]
    [InlineData("https://0x7f.1/a.ics", CalendarProblem.AddressNotAllowed)]
    [InlineData("https://[::ffff:10.0.0.1]/", CalendarProblem.AddressNotAllowed)]
    [InlineData("calendar", CalendarProblem.AddressNotUnderstood)]
    [InlineData("", CalendarProblem.AddressNotUnderstood)]
    public void Read_Address_OnlyHttpsWithoutSecretsToThePublic(string text, string? problem)
    {
        var read = ForeignAddress.Read(text);
        Assert.Equal(problem, read.Succeeded ? null : read.Refusals[0].Code);
        if (read.Succeeded) Assert.Equal("https", read.Value.Scheme);
    }

    [Fact]
    public async Task Fetch_NameThatMeansThisMachine_IsRefusedWhenConnecting()
    {
        // The name is fine; what it means is judged when it is connected to, whatever it meant a moment before.
        using var fetcher = new CalendarFetcher(CalendarFetcher.SafeHandler());
        Assert.True((await fetcher.FetchAsync(new Uri("https://localhost:9/a.ics"), null, cancel)).Was(CalendarProblem.AddressNotAllowed));
    }

    [Theory]
    [InlineData("http://calendar.example.com/", CalendarProblem.NotHttps)]
    [InlineData("https://10.0.0.1/", CalendarProblem.AddressNotAllowed)]
    [InlineData("https://user@calendar.example.com/", CalendarProblem.WithCredentials)]
    [InlineData("/again", CalendarProblem.TooManyRedirects)]
    public async Task Fetch_Redirect_IsJudgedEachTime(string location, string problem)
    {
        var asked = 0;
        using var fetcher = new CalendarFetcher(new Answers(_ =>
        {
            asked++;
            var answer = new HttpResponseMessage(HttpStatusCode.Found);
            answer.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
            return answer;
        }));
        Assert.True((await fetcher.FetchAsync(new Uri("https://calendar.example.com/a.ics"), null, cancel)).Was(problem));
        Assert.InRange(asked, 1, CalendarFetcher.MaxRedirects + 1);
    }

    [Fact]
    public async Task Fetch_EndlessFile_StopsAtTheLimit()
    {
        using var fetcher = new CalendarFetcher(new Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) }));
        Assert.True((await fetcher.FetchAsync(new Uri("https://calendar.example.com/a.ics"), null, cancel)).Was(CalendarProblem.TooLarge));
    }

    [Fact]
    public async Task Fetch_Statuses_AreToldApart()
    {
        var status = HttpStatusCode.Forbidden;
        using var fetcher = new CalendarFetcher(new Answers(_ => new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("x")) }));
        var address = new Uri("https://calendar.example.com/a.ics");
        var refused = await fetcher.FetchAsync(address, null, cancel);
        Assert.Equal((CalendarProblem.Refused, 403), (refused.Refusals[0].Code, refused.Refusals[0].Facts["status"]));
        status = HttpStatusCode.OK;
        Assert.Equal("x"u8.ToArray(), (await fetcher.FetchAsync(address, null, cancel)).Value.File);
        status = HttpStatusCode.NotModified;
        Assert.Null((await fetcher.FetchAsync(address, "\"1\"", cancel)).Value.File);
    }

    private sealed class Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
