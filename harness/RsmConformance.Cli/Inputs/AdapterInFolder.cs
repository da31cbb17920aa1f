using RsmConformance.Contract;

namespace RsmConformance.Cli.Inputs;

/// <summary>A way to an implementation, and the folder that it works in, which is gone when the way is closed.</summary>
internal sealed class AdapterInFolder : IAdapter
{
    private readonly TemporaryFolder _folder = new();
    private readonly IAdapter _adapter;

    /// <param name="open">Makes the way; it is given the folder.</param>
    /// <exception cref="AdapterException">The folder or the way cannot be made.</exception>
    public AdapterInFolder(Func<string, IAdapter> open)
    {
        try
        {
            _adapter = open(_folder.Path);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    public IAgentChannel Connect() => _adapter.Connect();

    public void Dispose()
    {
        try
        {
            _adapter.Dispose();
        }
        finally
        {
            _folder.Dispose();
        }
    }
}
