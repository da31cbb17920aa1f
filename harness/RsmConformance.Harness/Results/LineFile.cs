using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// A file of JSON lines that is valid up to its last whole line whenever the process dies: every line is handed to the system
/// in one write. May be used by several threads.
/// </summary>
/// <typeparam name="TLine">The closed set of its lines.</typeparam>
public sealed class LineFile<TLine> : IDisposable
{
    private const string Mend = "make room and go on with 'run --resume'";

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Creates the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="append">Whether lines are added to a file that is there; else it is replaced.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public LineFile(string path, bool append = false)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be written ({e.Message}); give --output a folder that can be", e);
        }
    }

    /// <summary>Adds lines, together.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="EvidenceException">The system does not take them.</exception>
    public void Add(params IEnumerable<TLine> lines)
    {
        var text = new StringBuilder();
        foreach (TLine line in lines)
        {
            text.Append(Protocol.Write(line)).Append('\n');
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        lock (_lock)
        {
            try
            {
                _file.Write(bytes);
            }
            catch (IOException e)
            {
                throw new EvidenceException($"{_path}: cannot be written any more ({e.Message}); {Mend}", e);
            }
        }
    }

    /// <summary>Proves that the lines are where the user will look for them.</summary>
    /// <exception cref="EvidenceException">The file was removed meanwhile.</exception>
    public void DemandThere()
    {
        if (!File.Exists(_path))
        {
            throw new EvidenceException($"{_path}: was removed while the run wrote it, and nothing is left of the run; run again");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
