namespace RsmConformance.Spec;

/// <summary>A fault in specification data: where it is, what is wrong, and how to mend it.</summary>
/// <remarks>The data may be the user's own, so this is the one exception of the room that is not a bug; its message can be shown as it is.</remarks>
public sealed class SpecificationException : Exception
{
    /// <summary>Makes the report of a fault.</summary>
    /// <param name="file">The file as the user knows it.</param>
    /// <param name="line">The line, counted from 1, or null when the fault is the file as a whole.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="mend">What to do about it.</param>
    /// <param name="innerException">The fault below, if there is one.</param>
    public SpecificationException(string file, int? line, string problem, string mend, Exception? innerException = null)
        : base($"{file}{(line is null ? string.Empty : $":{line}")}: {problem}; {mend}", innerException)
    {
        File = file;
        Line = line;
        Problem = problem;
        Mend = mend;
    }

    /// <summary>The file as the user knows it: relative to the specification's folder, or the path that was given.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1, or null when the fault is the file as a whole.</summary>
    public int? Line { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Mend { get; }
}
