using RsmConformance.Harness.Comparing;
using RsmConformance.Harness.Tests.Comparing;

namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>The page of a comparison in the browser that reads it.</summary>
public class ComparisonPageTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly string Html = ComparisonPage.Html(ComparisonTests.Compare(
        GeneratedRun.Of(900), GeneratedRun.Of(900, Verdict.Fail), Written.HostileRun(Written.Hostile, 900)));

    [Theory]
    [InlineData("light", 1300)]
    [InlineData("dark", 400)]
    public async Task Open_AnyColoursAndWidth_IsAccessibleAndHarmless(string colours, int width)
    {
        await using Page page = await fixture.Browser.Open(Html);
        await page.UseColours(colours);
        await page.UseWidth(width);
        await page.Evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)");

        (await Axe.Findings(page)).Should().BeEmpty();
        ((double)await page.Evaluate("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "nothing may stick out");
        (await page.Evaluate("typeof window.harmed")).ToString().Should().Be("undefined");
        page.Requests.Should().OnlyContain(r => r.StartsWith("file:") || r.StartsWith("data:"));
        page.Complaints.Should().BeEmpty();
    }
}
