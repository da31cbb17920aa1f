using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Keeps what an implementation wrote beside the protocol, a file for each case that has any.</summary>
/// <param name="output">The output folder of the run.</param>
internal sealed class DiagnosticsFolder(string output)
{
    /// <summary>The name of the folder within the output folder.</summary>
    public const string Name = "stderr";

    private readonly string _folder = Path.Combine(output, Name);

    /// <summary>Keeps the text of a case.</summary>
    /// <exception cref="EvidenceException">The system does not take it.</exception>
    public void Add(CaseId testCase, string text)
    {
        if (text.Length > 0)
        {
            string path = Path.Combine(_folder, FileName(testCase));
            try
            {
                Directory.CreateDirectory(_folder);
                File.WriteAllText(path, text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new EvidenceException($"{path}: cannot be written ({e.Message}); make room and go on with 'run --resume'", e);
            }
        }
    }

    /// <summary>Keeps more text of a case.</summary>
    public void Append(CaseId testCase, string text)
    {
        Directory.CreateDirectory(_folder);
        File.AppendAllText(Path.Combine(_folder, FileName(testCase)), text);
    }

    // The characters of an id that a file name cannot have on some system.
    private static string FileName(CaseId testCase) => testCase.Text.Replace('/', '+').Replace(':', '=') + ".txt";
}
