using RsmConformance.Harness.Comparing;

namespace RsmConformance.Harness.Tests.Comparing;

public class ChangesTests
{
    [Theory]
    [InlineData(Verdict.Pass, Verdict.Pass, Change.Same)]
    [InlineData(Verdict.Pass, Verdict.Observed, Change.Changed)]
    [InlineData(Verdict.Fail, Verdict.Crash, Change.Changed)]
    [InlineData(Verdict.Pass, Verdict.Fail, Change.Lost)]
    [InlineData(Verdict.Warn, Verdict.Hang, Change.Lost)]
    [InlineData(Verdict.Crash, Verdict.Observed, Change.Gained)]
    [InlineData(Verdict.Pass, Verdict.Unresolved, Change.Undecided)]
    [InlineData(Verdict.Fail, null, Change.Undecided)]
    [InlineData(Verdict.Observed, Verdict.HarnessError, Change.Undecided)]
    [InlineData(Verdict.Pass, Verdict.Unsupported, Change.Undecided)]
    [InlineData(null, Verdict.Pass, Change.Decided)]
    [InlineData(Verdict.Unresolved, Verdict.Fail, Change.NewFailure)]
    [InlineData(null, Verdict.Crash, Change.NewFailure)]
    [InlineData(null, Verdict.Unresolved, Change.Changed)]
    [InlineData(null, null, Change.Same)]
    public void Of_TwoVerdicts_SaysWhatBecameOfTheCase(Verdict? before, Verdict? after, Change expected) =>
        Changes.Of(before, after).Should().Be(expected);

    [Fact]
    public void WordsAndMeaning_EveryChange_AreTold() =>
        Changes.WorstFirst.Select(c => (Changes.Words(c), Changes.Meaning(c))).Should().OnlyHaveUniqueItems().And.HaveCount(7);
}
