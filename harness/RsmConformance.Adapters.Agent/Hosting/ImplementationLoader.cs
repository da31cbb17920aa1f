using System.Reflection;
using System.Security.Cryptography;
using RsmConformance.Contract;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Adapters.Agent.Hosting;

/// <summary>Finds the implementation in a DLL. Whatever is in the way is said in one line with the mend.</summary>
public static class ImplementationLoader
{
    /// <summary>Loads a DLL and makes the implementation in it.</summary>
    /// <param name="path">The DLL.</param>
    /// <returns>What plays sessions on it.</returns>
    /// <exception cref="AdapterException">There is no such file, or no single implementation in it that can be made.</exception>
    public static ManagedHost Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new AdapterException($"{path}: there is no such file; build the implementation, then give the path of its DLL");
        }

        IManagedImplementation implementation = Make(FindClass(path), path);
        string digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return new ManagedHost(implementation, digest);
    }

    private static Type FindClass(string path)
    {
        Type[] classes;
        try
        {
            string full = Path.GetFullPath(path);
            Assembly assembly = new ImplementationContext(full).LoadFromAssemblyPath(full);
            DemandVersions(assembly, path);
            classes = [.. assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IManagedImplementation)))];
        }
        catch (BadImageFormatException e)
        {
            throw new AdapterException($"{path}: is no .NET assembly; give the DLL that 'dotnet build' makes", e);
        }
        catch (Exception e) when (e is TypeLoadException or IOException or ReflectionTypeLoadException or UnauthorizedAccessException)
        {
            Exception cause = e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : e;
            throw new AdapterException($"{path}: cannot be loaded: {cause.Message}", e);
        }

        return classes switch
        {
            [var only] => only,
            [] => throw new AdapterException(
                $"{path}: has no public class that implements {typeof(IManagedImplementation).FullName}; 'rsm-conformance init managed DIR' writes one"),
            _ => throw new AdapterException(
                $"{path}: has {classes.Length} implementations ({string.Join(", ", classes.Select(c => c.FullName))}); leave one public"),
        };
    }

    private static void DemandVersions(Assembly assembly, string path)
    {
        foreach (AssemblyName ours in ImplementationContext.Shared.Select(s => s.GetName()))
        {
            if (assembly.GetReferencedAssemblies().FirstOrDefault(r => r.Name == ours.Name) is { } built && built.Version != ours.Version)
            {
                throw new AdapterException(
                    $"{path}: was built against {ours.Name} {built.Version} and this program has {ours.Version}; build it against the DLLs beside this program");
            }
        }
    }

    private static IManagedImplementation Make(Type type, string path)
    {
        if (type.GetConstructor([]) is null)
        {
            throw new AdapterException($"{path}: {type.FullName} has no public constructor without parameters; give it one");
        }

        try
        {
            var made = (IManagedImplementation)Activator.CreateInstance(type)!;
            return made.Name is { Length: > 0 } && made.Means is not null
                ? made
                : throw new AdapterException($"{path}: {type.FullName} has no name or null for its means; give it a name");
        }
        catch (Exception e) when (e is not AdapterException)
        {
            Exception cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw new AdapterException($"{path}: {type.FullName} cannot be made: it threw {cause.GetType().Name}: {cause.Message}", e);
        }
    }
}
