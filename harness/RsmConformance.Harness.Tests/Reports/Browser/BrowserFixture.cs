namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>One browser for all tests of a class.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    internal HeadlessBrowser Browser { get; } = new();

    public async ValueTask InitializeAsync() => await Browser.Start();

    public async ValueTask DisposeAsync() => await Browser.DisposeAsync();
}
