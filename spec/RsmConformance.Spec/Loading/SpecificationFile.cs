using System.Text;

namespace RsmConformance.Spec.Loading;

/// <summary>One file of specification data: the path that faults are reported with, and its text with LF line ends.</summary>
internal sealed record SpecificationFile(string Path, string Text)
{
    // Bytes that are no UTF-8 are a fault; quietly replaced ones would change the digest and perhaps a name.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public SourcePosition Whole => new(Path, null);

    public static SpecificationFile Read(string path, Stream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Utf8);
            return new SpecificationFile(path, reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException e)
        {
            throw new SourcePosition(path, null).Fault("the file is not UTF-8 text", "save it as UTF-8", e);
        }
    }

    public static SpecificationFile ReadFrom(string location, string path)
    {
        try
        {
            using var stream = File.OpenRead(location);
            return Read(path, stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourcePosition(path, null).Fault("the file does not exist", "check the path", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourcePosition(path, null).Fault("the file cannot be read", "check that it is a file and that you may read it", e);
        }
    }
}
