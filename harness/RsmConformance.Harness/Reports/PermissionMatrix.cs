using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Reports;

/// <summary>What the suite says must become of a connect.</summary>
public enum Admission
{
    /// <summary>It succeeds.</summary>
    Granted,

    /// <summary>It fails.</summary>
    Denied,

    /// <summary>Either is permitted, or cases differ.</summary>
    Open,
}

/// <summary>A field of the permission matrix: who asks for what, when the exporter grants what.</summary>
/// <param name="Class">Who asks.</param>
/// <param name="Digit">The rights that the exporter gives to the class, 0 to 7.</param>
/// <param name="Mode">What is asked for.</param>
/// <param name="Admission">What the suite says must happen.</param>
/// <param name="Cases">The cases whose act asks this.</param>
public sealed record PermissionField(
    IdentityClass Class,
    int Digit,
    Permission Mode,
    Admission Admission,
    IReadOnlyList<CaseId> Cases);

/// <summary>
/// Which cases try which field of the decision table of permissions, read off their scripts: the class of the importer, the
/// digit that its node's entry or the exporter's umask gives to that class, and the mode of the connect.
/// </summary>
public static class PermissionMatrix
{
    /// <summary>The fields that some case tries, by class, digit and mode.</summary>
    /// <param name="cases">The cases; those that are mainly about something else than permissions do not count.</param>
    /// <param name="specification">What says which assertions are about permissions.</param>
    public static IReadOnlyList<PermissionField> Of(IEnumerable<Case> cases, Specification specification)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(specification);
        HashSet<string> permissions =
        [
            .. specification.Assertions.Where(a => a.Kind == AssertionKind.Permission || a.Error == nameof(RsmError.RSMERR_PERM_DENIED))
                .Select(a => a.Id.Value),
        ];
        return
        [
            .. cases.Where(c => permissions.Contains(c.Id.Assertion)).SelectMany(Attempts)
                .GroupBy(a => (a.Class, a.Digit, a.Mode))
                .OrderBy(g => g.Key.Class).ThenBy(g => g.Key.Digit).ThenBy(g => g.Key.Mode.Bits)
                .Select(g => new PermissionField(
                    g.Key.Class, g.Key.Digit, g.Key.Mode, Agree(g.Select(a => a.Admission)), [.. g.Select(a => a.Case).Distinct()])),
        ];
    }

    private static Admission Agree(IEnumerable<Admission> admissions) =>
        admissions.Distinct().ToArray() is [var only] ? only : Admission.Open;

    private static IEnumerable<Attempt> Attempts(Case testCase)
    {
        var scene = new PermissionScene(testCase);
        foreach (Step step in testCase.Script)
        {
            if (step.Part == StepPart.Act && step is { Role: { } role, Action: StepAction.Call { Api: ImportConnect connect } }
                && connect.Perm.Variable is null && connect.Perm.Value.IsAccessMode && scene.Digit(role, connect) is { } digit)
            {
                yield return new Attempt(scene.ClassOf(role), digit, connect.Perm.Value, Demanded(testCase, step), testCase.Id);
            }

            scene.Follow(step);
        }
    }

    private static Admission Demanded(Case testCase, Step step)
    {
        string success = OutcomeName.OfCode((int)RsmError.RSM_SUCCESS);
        string[] outcomes = [.. testCase.Expected.Where(e => e.Step == step.Id).SelectMany(e => e.Outcomes).Select(o => o.Outcome)];
        return outcomes.Length == 0 ? Admission.Open
            : Array.TrueForAll(outcomes, o => o == success) ? Admission.Granted
            : outcomes.Contains(success) ? Admission.Open
            : Admission.Denied;
    }

    private sealed record Attempt(IdentityClass Class, int Digit, Permission Mode, Admission Admission, CaseId Case);
}
