using static RsmConformance.Spec.Tests.SmallSpecification;

namespace RsmConformance.Spec.Tests;

/// <summary>One broken line each; the report names the file, the line, what is wrong and the mend.</summary>
public sealed class FaultTests
{
    [Fact]
    public void Read_TheUnbrokenData_Succeeds()
    {
        var small = new SmallSpecification().Read();

        small.Assertions.Should().HaveCount(2);
        small.Find(new InterpretationId("A04"))!.Body.Should().Be("Context, decision and consequences.");
        small.Find(new AssertionId("connect.error.bad-addr"))!.Interpretations.Should().Equal(new InterpretationId("A04"));
    }

    [Theory]
    [InlineData(AssertionsPath, "kind: error", "kind: [error", AssertionsPath + ":4: the YAML is not well formed; correct this line or the next")]
    [InlineData(AssertionsPath, "  kind: error", "  kind: error\n  kind: error", AssertionsPath + ":5: the YAML is not well formed: Duplicate key*")]
    [InlineData(AssertionsPath, "kind: error", "kimd: error", AssertionsPath + ":4: the key 'kimd' is unknown; use one of id, since, function, kind, *")]
    [InlineData(AssertionsPath, "  kind: error\n", "", AssertionsPath + ":1: the key 'kind' is missing; add 'kind: ...' to this entry")]
    [InlineData(AssertionsPath, "kind: error", "kind: erorr", AssertionsPath + ":4: 'erorr' is not known here; use one of return-value, error, *")]
    [InlineData(AssertionsPath, "kind: error", "kind:", AssertionsPath + ":4: the value of 'kind' is not a text, or is empty; write a text")]
    [InlineData(AssertionsPath, "  error: RSMERR_BAD_ADDR\n", "", AssertionsPath + ":1: the key 'error' is missing; *")]
    [InlineData(AssertionsPath, "RSMERR_BAD_ADDR", "BAD_ADDR", AssertionsPath + ":5: 'BAD_ADDR' is not an error name such as RSMERR_BAD_ADDR; correct the spelling")]
    [InlineData(AssertionsPath, "kind: return-value", "kind: return-value\n  error: RSMERR_BAD_ADDR", AssertionsPath + ":14: an assertion of another kind than 'error' names an error; remove the key*")]
    [InlineData(AssertionsPath, "connect.return.success-zero", "connect.error.bad-addr", AssertionsPath + ":10: assertion 'connect.error.bad-addr' is declared already, at assertions/connect.yaml:1; give one of the two another id")]
    [InlineData(AssertionsPath, "connect.return.success-zero", "Connect", AssertionsPath + ":10: 'Connect' is not an assertion id such as connect.error.bad-addr; *")]
    [InlineData(AssertionsPath, "since: 1.0.0", "since: soon", AssertionsPath + ":2: 'soon' is not a release such as 1.0.0; *")]
    [InlineData(AssertionsPath, "section: ERRORS", "sektion: ERRORS", AssertionsPath + ":7: the key 'sektion' is unknown; use one of page, section")]
    [InlineData(AssertionsPath, "profiles: [strict]", "profiles: []", AssertionsPath + ":8: 'profiles' is not a list, or is empty; *")]
    [InlineData(AssertionsPath, "profiles: [strict]\n  interp", "profiles: [strict, lenient]\n  interp", AssertionsPath + ":8: profile 'lenient' is not declared; correct the spelling, or declare it in profiles/")]
    [InlineData(AssertionsPath, "[A04]", "[A05]", AssertionsPath + ":9: interpretation 'A05' is not declared; *declare it in interpretations/")]
    [InlineData(AssertionsPath, "[A04]", "[A04, A04]", AssertionsPath + ":9: 'A04' stands twice in 'interpretations'; remove one of the two")]
    [InlineData(AssertionsPath, "  interpretations: [A04]\n", "", InterpretationPath + ":5: A04 names assertion 'connect.error.bad-addr', which does not name it; add A04 *")]
    public void Read_ABrokenAssertion_NamesLineAndMend(string path, string old, string by, string message) =>
        new SmallSpecification().Replacing(path, old, by).Fault().Message.Should().Match(message);

    [Theory]
    [InlineData("---\nid: A04", "id: A04", ":1: the head of the file is missing or not closed; begin the file with YAML *")]
    [InlineData("dies.\n---\n", "dies.\n", ":1: the head of the file is missing or not closed; *")]
    [InlineData("---\nContext, decision and consequences.", "---\n", ": the file has no text below its head; write context, *")]
    [InlineData("id: A04\n", "id: A05\n", ":2: the file of A05 has another number; rename it to begin with '0005-', or correct the id")]
    [InlineData("title: Output", "titel: Output", ":3: the key 'titel' is unknown; use one of id, title, *")]
    [InlineData("connect.error.bad-addr]", "connect.error.bad-addr, connect.error.none]", ":5: assertion 'connect.error.none' is not declared; *assertions/")]
    [InlineData("connect.error.bad-addr]", "connect.error.bad-addr, connect.return.success-zero]", ":5: A04 names assertion 'connect.return.success-zero', which does not name it; *")]
    [InlineData("A04.crash", "A05.crash", ":9: reading 'A05.crash' does not belong to A04; begin its id with 'A04.'")]
    [InlineData("A04.crash", "A04.bad-addr", ":9: reading 'A04.bad-addr' is declared already, at interpretations/0004-output.md:7; *")]
    [InlineData("  - id: A04.crash", "  - A04.crash", ":10: the YAML is not well formed: *; correct the line")]
    public void Read_ABrokenInterpretation_NamesLineAndMend(string old, string by, string message) =>
        new SmallSpecification().Replacing(InterpretationPath, old, by).Fault().Message.Should().Match(InterpretationPath + message);

    [Theory]
    [InlineData("id: D01", "id: 1", ":1: '1' is not a deviation id such as D11; *")]
    [InlineData("class: portable", "class: easy", ":3: 'easy' is not known here; use one of portable, implementation-defined, *")]
    [InlineData("imitable: true", "imitable: yes", ":6: 'yes' is not known here; use one of true, false")]
    [InlineData("connect.error.bad-addr", "connect.error.none", ":5: assertion 'connect.error.none' is not declared; *")]
    public void Read_ABrokenDeviation_NamesLineAndMend(string old, string by, string message) =>
        new SmallSpecification().Replacing(DeviationsPath, old, by).Fault().Message.Should().Match(DeviationsPath + message);

    [Theory]
    [InlineData("[A04.bad-addr]", "[A04.x]", ":5: reading 'A04.x' is not declared in interpretation A04; use one of A04.bad-addr, A04.crash")]
    [InlineData("A04: [A04.bad-addr]", "A05: [A05.x]", ":5: interpretation 'A05' is not declared; *")]
    [InlineData("A04: [A04.bad-addr]", "A04: []", ":5: 'A04' is not a list, or is empty; *")]
    [InlineData("readings:\n  A04: [A04.bad-addr]", "readings: {}", ":1: the profile accepts no reading of A04; add 'A04: [...]' with one or more of A04.bad-addr, A04.crash")]
    [InlineData("readings:\n  A04: [A04.bad-addr]", "readings: all", ":4: 'readings' is not a mapping; *")]
    [InlineData("assertions: strict", "assertions: lenient", ":3: no assertion belongs to profile 'lenient'; use one of strict")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - why: Mercy.", ":7: the entry tolerates nothing; name a deviation, readings, or both")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - { deviation: D02, why: Mercy. }", ":7: deviation 'D02' is not declared; *deviations.yaml")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - { deviation: D01, why: A. }\n  - { deviation: D01, why: B. }", ":8: deviation 'D01' is tolerated twice; *")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - { readings: [A04.bad-addr], why: Mercy. }", ":7: reading 'A04.bad-addr' is accepted and tolerated; *")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - { readings: [A04.x], why: Mercy. }", ":7: reading 'A04.x' is not declared in interpretation A04; *")]
    [InlineData("[A04.bad-addr]", "[A04.bad-addr]\ntolerated:\n  - { deviation: D01 }", ":7: the key 'why' is missing; *")]
    public void Read_ABrokenProfile_NamesLineAndMend(string old, string by, string message) =>
        new SmallSpecification().Replacing(ProfilePath, old, by).Fault().Message.Should().Match(ProfilePath + message);

    [Fact]
    public void Read_AnEmptyFile_SaysThatADocumentIsMissing() =>
        new SmallSpecification().With(DeviationsPath, "# nothing yet\n").Fault().Message
            .Should().Be("deviations.yaml:1: 0 YAML documents were found; write exactly one");

    [Fact]
    public void Read_WithoutAnyProfile_SaysThatNothingIsThere() =>
        new SmallSpecification().Without(ProfilePath).Fault().Message
            .Should().Be("profiles/: nothing is there; a specification has files of every kind");

    [Fact]
    public void Read_TwoProfilesOfOneName_NamesBoth() =>
        new SmallSpecification().With("profiles/zweite.yaml", new SmallSpecification()[ProfilePath]).Fault().Message
            .Should().Be("profiles/zweite.yaml:1: profile 'strict' is declared already, at profiles/strict.yaml:1; give one of the two another id");

    [Fact]
    public void Fault_HasItsPartsApart()
    {
        var fault = new SmallSpecification().Replacing(ProfilePath, "name: strict", "name: Strict").Fault();

        (fault.File, fault.Line).Should().Be((ProfilePath, 1));
        fault.Problem.Should().Contain("Strict");
        fault.Mend.Should().Be("correct the spelling");
    }
}
