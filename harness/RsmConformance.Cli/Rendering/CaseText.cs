using RsmConformance.Contract;
using RsmConformance.Harness.Wording;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints a case for somebody who has never seen our source: what it is for, what it needs, what it does, what is right.</summary>
internal sealed class CaseText(Specification specification)
{
    public void Write(TextWriter to, Case testCase)
    {
        to.WriteLine($"case {testCase.Id}   (since {testCase.Since})");
        Indented.WriteLabelled(to, "  ", testCase.Purpose);
        to.WriteLine();
        WriteAssertions(to, testCase);
        to.WriteLine($"profiles: {string.Join(", ", testCase.Profiles)}");
        Indented.WriteLabelled(to, "needs: ", string.Join(", ", RequiredMeans.Of(testCase)));
        to.WriteLine("processes:");
        foreach (Role role in testCase.Roles)
        {
            to.WriteLine($"  {role.Name} on node {role.Node}, user '{ActionText.IdentityText(role.Identity)}', umask {role.Umask}");
        }

        to.WriteLine("steps (each begins when the step before it is complete, unless it says what it comes after):");
        new StepText(to).Write(testCase.Script);
        to.WriteLine("permitted:");
        var expectations = new ExpectationText(specification.Profiles);
        foreach (Expectation expectation in testCase.Expected)
        {
            expectations.Write(to, expectation);
        }

        Indented.WriteLabelled(to, "names: ", ArgumentText.Legend);
    }

    private void WriteAssertions(TextWriter to, Case testCase)
    {
        to.WriteLine("assertions:");
        foreach (string id in testCase.Assertions)
        {
            Assertion? assertion = AssertionId.TryParse(id, out AssertionId known) ? specification.Find(known) : null;
            to.WriteLine($"  {id}");
            Indented.WriteLabelled(to, "      ", assertion?.Statement ?? "(the specification does not have it)");
        }
    }
}
