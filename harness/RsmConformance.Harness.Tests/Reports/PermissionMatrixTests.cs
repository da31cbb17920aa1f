using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class PermissionMatrixTests
{
    private static readonly ReportInput Run = GeneratedRun.Of(5000);

    [Fact]
    public void Of_CasesOfEveryField_ReadsClassDigitAndModeOffTheScripts()
    {
        IReadOnlyList<PermissionField> fields = PermissionMatrix.Of(Run.Cases.Values, Run.Specification);

        fields.Should().HaveCount(4 * 4 * 3);
        fields.Should().OnlyContain(f => f.Admission == Admission.Open, "the generated cases permit both");
        foreach (PermissionField field in fields)
        {
            string place = $"/digit-{field.Digit}/perm-{field.Mode}/{field.Class.ToString().ToLowerInvariant()}-";
            field.Cases.Should().NotBeEmpty().And.OnlyContain(c => c.Text.Contains(place) && c.Assertion.Contains("perm"));
        }
    }

    [Fact]
    public void Of_NoList_TakesTheDigitFromTheUmask()
    {
        Case withList = Run.Cases.Values.First(c => c.Id.Assertion == "connect.permission.owner-class" && c.Roles[1].Identity == IdentityClass.Owner);
        Case withUmask = withList with
        {
            Roles = [withList.Roles[0] with { Umask = "0377" }, withList.Roles[1]],
            Script = [.. withList.Script.Select(s => s.Action is StepAction.Call { Api: ExportPublish publish }
                ? s with { Action = new StepAction.Call(publish with { AccessList = null }) }
                : s)],
        };

        PermissionMatrix.Of([withUmask], Run.Specification).Should().ContainSingle().Which.Digit.Should().Be(4);
    }
}
