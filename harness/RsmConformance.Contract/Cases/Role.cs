using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>Who a process is in relation to the exporter of the bed; the bed binds each class to real ids.</summary>
public enum IdentityClass
{
    /// <summary>The user that exports.</summary>
    Owner,

    /// <summary>Another user whose primary group is the exporter's group.</summary>
    Group,

    /// <summary>Another user with the exporter's group among the supplementary groups only.</summary>
    Supplementary,

    /// <summary>Another user in none of the exporter's groups.</summary>
    Other,

    /// <summary>A user with the system's privileges.</summary>
    Privileged,
}

/// <summary>A process that a case needs. It is spawned before the first step, unless a step spawns or forks it.</summary>
/// <param name="Name">What the steps call it.</param>
/// <param name="Node">Symbol of the node that it runs on.</param>
/// <param name="Identity">Who it is.</param>
/// <param name="Umask">Its file mode creation mask.</param>
public sealed record Role(string Name, string Node, IdentityClass Identity, Permission Umask);
