namespace RsmConformance.Abi;

/// <summary>A parameter of a C function.</summary>
/// <param name="Name">Its name in the pages.</param>
/// <param name="CType">Its C type; an array parameter is written as the pointer that it is.</param>
public sealed record CParameter(string Name, string CType)
{
    /// <summary>The declaration, with the star beside the name.</summary>
    public string Declaration => CType.EndsWith('*') ? CType + Name : $"{CType} {Name}";
}

/// <summary>A C function of RSMAPI.</summary>
/// <param name="Name">Its public name; the library exports it a second time with an underscore before it.</param>
/// <param name="ReturnType">Its C type.</param>
/// <param name="Parameters">In order.</param>
public sealed record CFunction(string Name, string ReturnType, params IReadOnlyList<CParameter> Parameters)
{
    /// <summary>The prototype, without the semicolon.</summary>
    public string Prototype =>
        $"{ReturnType} {Name}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration))})";
}
