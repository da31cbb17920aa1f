namespace RsmConformance.Reference.Node;

/// <summary>
/// How many descriptors each user costs the daemon, by connections and by pages, so that none takes all away from the others. The
/// daemon's own user, who can end it anyway, may have more than they.
/// </summary>
internal sealed class Quota
{
    private readonly Dictionary<uint, int> _taken = [];
    private readonly long _most = Posix.DescriptorLimit() / 4;
    private readonly long _own = Posix.User();

    public bool TryTake(uint user, int descriptors)
    {
        int taken = _taken.GetValueOrDefault(user) + descriptors;
        if (taken > (user == _own ? 3 * _most : _most))
        {
            return false;
        }

        _taken[user] = taken;
        return true;
    }

    public void GiveBack(uint user, int descriptors)
    {
        if ((_taken[user] -= descriptors) == 0)
        {
            _taken.Remove(user);
        }
    }
}
