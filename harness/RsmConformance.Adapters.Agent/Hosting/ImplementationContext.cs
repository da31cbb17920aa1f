using System.Reflection;
using System.Runtime.Loader;

namespace RsmConformance.Adapters.Agent.Hosting;

/// <summary>
/// Where an implementation is loaded: its dependencies come from beside it, as its deps.json says, but the contract is ours, or its
/// types would not be the ones that we call.
/// </summary>
internal sealed class ImplementationContext(string path) : AssemblyLoadContext(path)
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <summary>The assemblies that an implementation and the kit must have in common.</summary>
    public static IReadOnlyList<Assembly> Shared { get; } =
        [typeof(Abi.IRsmLibrary).Assembly, typeof(Contract.Managed.IManagedImplementation).Assembly];

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Shared.FirstOrDefault(s => s.GetName().Name == assemblyName.Name)
        ?? (_resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null);

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
}
