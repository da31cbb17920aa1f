namespace RsmConformance.Reference;

/// <summary>
/// Breaks and mends the cluster. When a method returns, every connection over a path that was lost by it has been broken at both ends,
/// and stays broken when the path comes back. Thread-safe.
/// </summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly Fabric _fabric;

    internal Faults(Fabric fabric) => _fabric = fabric;

    /// <summary>Cuts a cable.</summary>
    /// <param name="one">One end.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">No link joins the two.</exception>
    public void LinkDown(LinkEnd one, LinkEnd other) => Change(() => _fabric.Link(one, other).IsUp = false);

    /// <summary>Mends a cable.</summary>
    /// <param name="one">One end.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">No link joins the two.</exception>
    public void LinkUp(LinkEnd one, LinkEnd other) => Change(() => _fabric.Link(one, other).IsUp = true);

    /// <summary>
    /// Cuts a node off from all others. Its processes go on running and reach each other; nobody else is answered.
    /// </summary>
    /// <param name="node">Symbol of the node.</param>
    public void NodeDown(string node) => Change(() => _fabric.Node(node).IsUp = false);

    /// <summary>Brings a node back.</summary>
    /// <param name="node">Symbol of the node.</param>
    public void NodeUp(string node) => Change(() => _fabric.Node(node).IsUp = true);

    /// <summary>
    /// Takes a controller away. Handles to it remain, but nothing new is connected or exported through it. Connections within its node
    /// do not need it and live on.
    /// </summary>
    /// <param name="controller">The controller.</param>
    public void ControllerAbsent(LinkEnd controller) => Change(() => _fabric.Controller(controller).IsPresent = false);

    /// <summary>Puts a controller back.</summary>
    /// <param name="controller">The controller.</param>
    public void ControllerPresent(LinkEnd controller) => Change(() => _fabric.Controller(controller).IsPresent = true);

    private void Change(Action change)
    {
        lock (_lock)
        {
            _fabric.Change(change);
        }
    }
}
