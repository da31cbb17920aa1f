namespace RsmConformance.Contract.Agent;

/// <summary>What the pages that an agent asks for allow.</summary>
public enum PageAccess
{
    /// <summary>Loads and stores.</summary>
    ReadWrite,

    /// <summary>Loads only; a store faults.</summary>
    ReadOnly,

    /// <summary>Nothing: every access faults, and nothing else is ever mapped there.</summary>
    None,
}
