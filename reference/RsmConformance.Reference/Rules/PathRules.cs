namespace RsmConformance.Reference.Rules;

/// <summary>Which paths between controllers can be used.</summary>
public class PathRules
{
    /// <summary>Whether a path may carry a connection.</summary>
    /// <param name="linkIsUp">Whether the cable works.</param>
    /// <param name="bothPresent">Whether both controllers are there.</param>
    /// <param name="bothNodesUp">Whether both nodes are up.</param>
    public virtual bool IsUsable(bool linkIsUp, bool bothPresent, bool bothNodesUp) => linkIsUp && bothPresent && bothNodesUp;

    /// <summary>Whether the loss of one path breaks a connection that runs over it.</summary>
    /// <param name="import">The import.</param>
    public virtual bool LossBreaks(ImportFacts import) => true;
}
