using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Incubator.Tests.Host;

/// <summary>A form of a page with what it was filled in with; sends what a browser would, its antiforgery token included.</summary>
public sealed class TestForm
{
    private readonly TestClient client;
    private readonly TestPage page;
    private readonly IHtmlFormElement form;
    private readonly List<(string Name, string Value)> fields = [];
    private readonly List<(string Name, string FileName, byte[] Bytes, string Type)> files = [];

    internal TestForm(TestClient client, TestPage page, IHtmlFormElement form)
    {
        this.client = client;
        this.page = page;
        this.form = form;
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input when input.Type is not ("submit" or "button" or "file" or "reset" or "image"):
                    if (input.Type is not ("checkbox" or "radio") || input.IsChecked) fields.Add((name, input.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } select:
                    fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area:
                    fields.Add((name, area.Value));
                    break;
            }
        }
    }

    public string? this[string name] => fields.FirstOrDefault(f => f.Name == name).Value;

    /// <summary>Puts the values in place of what the form holds under the name; a name the form does not know is an error of the test.</summary>
    public TestForm Set(string name, params string[] values)
    {
        Assert.True(form.Elements.Any(e => e.GetAttribute("name") == name), $"The form of {page.Url} has no field {name}.");
        return Force(name, values);
    }

    /// <summary>As a forged request would: also under a name the form does not offer.</summary>
    public TestForm Force(string name, params string[] values)
    {
        fields.RemoveAll(f => f.Name == name);
        fields.AddRange(values.Select(v => (name, v)));
        return this;
    }

    public TestForm Tick(string name, bool on = true)
    {
        // The hidden "false" that follows a tick box stays; the first value counts.
        fields.RemoveAll(f => f is { Value: "true" } && f.Name == name);
        if (on) fields.Insert(0, (name, "true"));
        return this;
    }

    public TestForm Attach(string name, string fileName, byte[] bytes, string type = "application/octet-stream")
    {
        files.Add((name, fileName, bytes, type));
        return this;
    }

    /// <summary>Sends and follows redirects. The button: by selector, else the form's first.</summary>
    public async Task<TestPage> SubmitAsync(string? button = null) => await client.ReadAsync(await SendAsync(button));

    /// <summary>Sends; the bare answer.</summary>
    public Task<HttpResponseMessage> SendAsync(string? button = null)
    {
        var pressed = form.QuerySelector(button ?? "button:not([type=button]), input[type=submit]");
        var sent = fields.ToList();
        if (pressed?.GetAttribute("name") is { Length: > 0 } name) sent.Add((name, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = new Uri(new Uri(client.Http.BaseAddress!, page.Url), string.IsNullOrEmpty(action) ? page.Url : action);
        if (form.GetAttribute("method") is not { } method || !method.Equals("post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', sent.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
            return client.Http.GetAsync(new UriBuilder(target) { Query = query }.Uri);
        }

        return client.Http.PostAsync(target, Content(sent));
    }

    private HttpContent Content(List<(string Name, string Value)> sent)
    {
        if (files.Count == 0 && form.GetAttribute("enctype") != "multipart/form-data")
            return new FormUrlEncodedContent(sent.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in sent) parts.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes, type) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            parts.Add(part, name, fileName);
        }

        return parts;
    }
}
