using System.Globalization;
using System.Text.Json.Nodes;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Reports.Html;

namespace RsmConformance.Harness.Tests.Reports.Browser;

/// <summary>The HTML report in the browser that reads it, with 20,000 verdicts.</summary>
public class HtmlPageTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private const string Count = "document.getElementById('count').textContent";
    private const string Focus = "document.activeElement.id";
    private static readonly ReportInput Run = GeneratedRun.Of(20_000);
    private static readonly string Html = Written.By(HtmlReport.Write, Run);

    [Fact]
    public async Task Open_20000Verdicts_IsReadyWithoutAComplaintOrARequest()
    {
        await using Page page = await fixture.Browser.Open(Html);

        (await Text(page, Count)).Should().Be("20,000 cases");
        (await Text(page, "document.getElementById('detail-title').textContent")).Should().NotBeEmpty();
        (await Number(page, "document.querySelectorAll('.row').length")).Should().BeInRange(5, 60);
        page.Complaints.Should().BeEmpty();
        page.Requests.Should().OnlyContain(r => r.StartsWith("file:") || r.StartsWith("data:"));
    }

    [Fact]
    public async Task Filter_EachField_CountsWhatMatches()
    {
        await using Page page = await fixture.Browser.Open(Html);

        await page.Evaluate("document.getElementById('text').focus()");
        await page.Type("/OTHER- perm-0400/");
        await Counts(page, Run.Results.Count(r => r.Case.Text.Contains("/other-") && r.Case.Text.Contains("/perm-0400/")));
        await page.Evaluate("document.querySelector('#chips [data-verdict=FAIL]').click()");
        await Counts(page, Run.Results.Count(r => r.Verdict == "FAIL" && r.Case.Text.Contains("/other-") && r.Case.Text.Contains("/perm-0400/")));
        await page.Evaluate("document.getElementById('clear').click()");
        (await Text(page, Count)).Should().Be("20,000 cases");
        await page.Evaluate("document.getElementById('assertion').focus()");
        await page.Type("connect.error.bad-addr");
        await Counts(page, Run.Results.Count(r => r.Assertions.Contains("connect.error.bad-addr")));
        await page.Evaluate("document.getElementById('clear').click()");
        await page.Evaluate("const f = document.getElementById('function'); f.value = 'rsm_memseg_import_disconnect'; f.dispatchEvent(new Event('input', { bubbles: true }))");
        string[] disconnect = [.. Run.Specification.Assertions.Where(a => a.Function == "rsm_memseg_import_disconnect").Select(a => a.Id.Value)];
        await Counts(page, Run.Results.Count(r => disconnect.Contains(r.Assertions[0])));
        page.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesListRowAndDetail()
    {
        await using Page page = await fixture.Browser.Open(Html);

        for (int i = 0; i < 60 && await Text(page, Focus) != "list"; i++)
        {
            await page.Press("Tab");
        }

        (await Text(page, Focus)).Should().Be("list");
        await page.Press("ArrowDown", 3);
        (await Number(page, "Number(document.querySelector('[aria-selected=true]').ariaPosInSet)")).Should().Be(4);
        await page.Press("End");
        await page.Until("document.querySelector('[aria-selected=true]')?.ariaPosInSet === '20000'");
        (await Text(page, "document.getElementById(document.getElementById('list').getAttribute('aria-activedescendant')).ariaSelected")).Should().Be("true");
        await page.Press("Enter");
        (await Text(page, Focus)).Should().Be("detail");
    }

    [Fact]
    public async Task Address_OfAPassingCase_UnpacksItsSteps()
    {
        ResultLine.Ruled passing = Run.Results.Last(r => r.Verdict == "PASS");
        await using Page page = await fixture.Browser.Open(Html, "#case=" + Uri.EscapeDataString(passing.Case.Text));

        await page.Until($"document.getElementById('detail').dataset.case === '{passing.Case}'");
        (await Number(page, "document.querySelectorAll('.steps tbody tr').length")).Should().Be(9);
        (await Text(page, "document.querySelector('.pair').textContent")).Should().ContainAll("Control: must succeed", "Act: what the case is about", "RSMERR_PERM_DENIED");
    }

    [Fact]
    public async Task MatrixField_Enter_ShowsItsCases()
    {
        await using Page page = await fixture.Browser.Open(Html);

        await page.Evaluate("document.querySelector('#matrix [role=button]').focus()");
        await page.Press("Enter");

        IReadOnlyList<PermissionField> fields = PermissionMatrix.Of(Run.Cases.Values, Run.Specification);
        await Counts(page, fields[0].Cases.Count);
    }

    [Fact]
    public async Task Print_Paper_HoldsWhatIsNotQuiet()
    {
        await using Page page = await fixture.Browser.Open(Html);

        await page.Evaluate("dispatchEvent(new Event('beforeprint'))");

        (await Number(page, "document.querySelectorAll('#paper tbody tr').length")).Should().Be(Run.Results.Count(r => r.Verdict is not ("PASS" or "OBSERVED")));
    }

    [Fact]
    public async Task Open_HostileText_DoesNothing()
    {
        await using Page page = await fixture.Browser.Open(Written.By(HtmlReport.Write, Written.HostileRun(Written.Hostile)));

        await page.Until("document.querySelector('.steps')");
        (await Text(page, "typeof window.harmed")).Should().Be("undefined");
        (await Number(page, "document.images.length")).Should().Be(0);
        (await Text(page, "document.querySelector('.verdict-box').textContent")).Should().Contain("</script><script>window.harmed=1</script>");
        page.Complaints.Should().BeEmpty();
        page.Requests.Should().OnlyContain(r => r.StartsWith("file:") || r.StartsWith("data:"));
    }

    [Fact]
    public async Task Policy_ScriptThatIsNotTheReports_IsRefused()
    {
        await using Page page = await fixture.Browser.Open(Html.Replace("</body>", "<script>window.harmed = 1</script></body>"));

        (await Text(page, "typeof window.harmed")).Should().Be("undefined");
        page.Complaints.Should().ContainSingle(c => c.Contains("Content Security Policy"));
    }

    [Theory]
    [InlineData("light", 1300)]
    [InlineData("dark", 1300)]
    [InlineData("light", 400)]
    public async Task Open_AnyColoursAndWidth_IsAccessible(string colours, int width)
    {
        await using Page page = await fixture.Browser.Open(Html);
        await page.UseColours(colours);
        await page.UseWidth(width);
        await page.Until("document.querySelector('.steps')");

        JsonArray findings = (await page.Evaluate(AccessibilityCheck())).AsArray();

        findings.Select(f => (string)f!).Should().BeEmpty();
        (await Number(page, "document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "nothing may stick out");
    }

    [Theory]
    [InlineData("light", 1300)]
    [InlineData("dark", 1300)]
    [InlineData("light", 400)]
    public async Task Open_AnyColoursAndWidth_AxeFindsNothingSerious(string colours, int width)
    {
        await using Page page = await fixture.Browser.Open(Html);
        await page.UseColours(colours);
        await page.UseWidth(width);
        await page.Until("document.querySelector('.steps')");

        (await Axe.Findings(page)).Should().BeEmpty();
    }

    [Fact]
    public async Task Axe_DamagedPage_FindsTheDamage()
    {
        await using Page page = await fixture.Browser.Open(Html);
        await page.Evaluate("document.documentElement.lang = ''");

        (await Axe.Findings(page)).Should().Contain(f => f.StartsWith("html-has-lang"));
    }

    [Fact]
    public async Task AccessibilityCheck_DamagedPage_FindsTheDamage()
    {
        await using Page page = await fixture.Browser.Open(Html);
        await page.Evaluate("document.getElementById('theme').textContent = ''; document.getElementById('headline').style.color = 'gray'");

        (await page.Evaluate(AccessibilityCheck())).AsArray().Select(f => (string)f!).Should().Contain(f => f.StartsWith("no name"))
            .And.Contain(f => f.StartsWith("contrast"));
    }

    private static string AccessibilityCheck()
    {
        using var reader = new StreamReader(typeof(HtmlPageTests).Assembly.GetManifestResourceStream("accessibility.js")!);
        return reader.ReadToEnd();
    }

    private static async Task Counts(Page page, int expected) =>
        (await Text(page, Count)).Should().Be(string.Create(CultureInfo.InvariantCulture, $"{expected:N0} of 20,000 cases"));

    private static async Task<string> Text(Page page, string expression) => (await page.Evaluate(expression)).ToString();

    private static async Task<double> Number(Page page, string expression) => (double)await page.Evaluate(expression);
}
