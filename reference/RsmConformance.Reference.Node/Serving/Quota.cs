namespace RsmConformance.Reference.Node;

/// <summary>How many connections each user has, so that none takes all descriptors away from the others.</summary>
internal sealed class Quota
{
    private readonly Dictionary<uint, int> _taken = [];
    private readonly long _most = Posix.DescriptorLimit() / 4;

    public bool TryTake(uint user)
    {
        int taken = _taken.GetValueOrDefault(user);
        if (taken >= _most)
        {
            return false;
        }

        _taken[user] = taken + 1;
        return true;
    }

    public void GiveBack(uint user)
    {
        if (--_taken[user] == 0)
        {
            _taken.Remove(user);
        }
    }
}
