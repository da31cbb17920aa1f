using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>An open page of the browser.</summary>
internal sealed class Page : IAsyncDisposable
{
    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Page(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>Errors and warnings of scripts, policy and browser.</summary>
    public IEnumerable<string> Complaints => _complaints;

    /// <summary>Everything that the page asked for.</summary>
    public IEnumerable<string> Requests => _requests;

    public static async Task<Page> Open(DevTools tools, string address)
    {
        string target = (string)(await tools.Send("Target.createTarget", new { url = "about:blank" }))["targetId"]!;
        string session = (string)(await tools.Send("Target.attachToTarget", new { targetId = target, flatten = true }))["sessionId"]!;
        var page = new Page(tools, target, session);
        tools.Happened += page.Note;
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await page.Send(domain + ".enable");
        }

        await page.Send("Performance.enable", new { timeDomain = "threadTicks" });
        await page.Send("Page.navigate", new { url = address });
        await page._loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return page;
    }

    /// <summary>The value of an expression, once it is not false; waits for frames, not for time.</summary>
    public async Task<JsonNode> Until(string expression) => await Evaluate(
        $"new Promise((done) => {{ const look = () => {{ const v = {expression}; if (v) done(v); else requestAnimationFrame(look); }}; look(); }})");

    /// <summary>The value of an expression.</summary>
    public async Task<JsonNode> Evaluate(string expression)
    {
        JsonNode answer = await Send("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        return answer["exceptionDetails"] is { } wrong
            ? throw new InvalidOperationException(wrong.ToJsonString())
            : answer["result"]!["value"] ?? JsonValue.Create("undefined");
    }

    /// <summary>The processor time that the page's main thread has spent so far, in milliseconds.</summary>
    public async Task<double> Busy()
    {
        JsonNode answer = await Send("Performance.getMetrics");
        return 1000 * (double)answer["metrics"]!.AsArray().Single(m => (string)m!["name"]! == "TaskDuration")!["value"]!;
    }

    public async Task Press(string key, int times = 1)
    {
        int code = key switch { "Tab" => 9, "Enter" => 13, "End" => 35, "Home" => 36, "ArrowDown" => 40, _ => 0 };
        string text = key == "Enter" ? "\r" : "";
        for (int i = 0; i < times; i++)
        {
            await Send("Input.dispatchKeyEvent", new { type = text.Length == 0 ? "rawKeyDown" : "keyDown", key, code = key, windowsVirtualKeyCode = code, text });
            await Send("Input.dispatchKeyEvent", new { type = "keyUp", key, code = key, windowsVirtualKeyCode = code });
        }
    }

    public Task Type(string text) => Send("Input.insertText", new { text });

    public Task UseColours(string scheme) =>
        Send("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = scheme } } });

    public Task UseWidth(int width) =>
        Send("Emulation.setDeviceMetricsOverride", new { width, height = 800, deviceScaleFactor = 1, mobile = false });

    public async ValueTask DisposeAsync()
    {
        _tools.Happened -= Note;
        await _tools.Send("Target.closeTarget", new { targetId = _target });
    }

    private Task<JsonNode> Send(string method, object? parameters = null) => _tools.Send(method, parameters, _session);

    private void Note(string? session, string method, JsonNode what)
    {
        if (session != _session)
        {
            return;
        }

        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                _requests.Enqueue((string)what["request"]!["url"]!);
                break;
            case "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" or "Log.entryAdded":
                _complaints.Enqueue(what.ToJsonString());
                break;
        }
    }
}
