using System.Diagnostics;

namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>A real Chromium without a window, spoken to over loopback. ci/setup installs it; without it the tests fail.</summary>
internal sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-browser-");
    private Process? _process;
    private DevTools? _tools;

    /// <summary>Starts it and waits until it can be spoken to.</summary>
    public async Task Start()
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--remote-debugging-port=0", "--window-size=1300,900", "--user-data-dir=" + Path.Combine(_folder.FullName, "profile"), "about:blank",
        ];
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(new ProcessStartInfo("chromium", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = _folder.FullName }, // it is killed, and does not tidy up then
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Listening, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(new Uri(line.Data[Listening.Length..]));
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _tools = await DevTools.Connect(await address.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>Opens a page that is stored as a file, and waits until it is loaded.</summary>
    public async Task<Page> Open(string html, string fragment = "")
    {
        string path = Path.Combine(_folder.FullName, Guid.NewGuid() + ".html");
        await File.WriteAllTextAsync(path, html);
        return await Page.Open(_tools!, new Uri(path).AbsoluteUri + fragment);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null)
        {
            await _tools.DisposeAsync();
        }

        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }
}
