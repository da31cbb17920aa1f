namespace RsmConformance.Harness;

/// <summary>Who watches a run: a terminal, a log, nobody. Called from several threads, one call at a time.</summary>
public interface IRunObserver
{
    /// <summary>The run begins.</summary>
    /// <param name="plan">What it will do.</param>
    void Begin(Plan plan);

    /// <summary>A case has its verdict.</summary>
    /// <param name="result">The verdict.</param>
    void Ruled(ResultLine.Ruled result);
}
