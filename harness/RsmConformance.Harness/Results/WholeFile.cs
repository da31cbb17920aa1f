namespace RsmConformance.Harness;

/// <summary>Replaces a file so that a reader, or a process that dies, finds the old one or the new one and nothing between.</summary>
public static class WholeFile
{
    /// <summary>Replaces a file.</summary>
    /// <param name="path">Where; a link is followed. The folder must exist.</param>
    /// <param name="lines">The lines, without their ends.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Replace(string path, IEnumerable<string> lines)
    {
        string? draft = null;
        try
        {
            string target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } other ? other.FullName : path;
            draft = target + ".new";
            using (var file = new StreamWriter(draft) { NewLine = "\n" })
            {
                foreach (string line in lines)
                {
                    file.WriteLine(line);
                }
            }

            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be written ({e.Message}); make it and its folder writable", e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }
}
