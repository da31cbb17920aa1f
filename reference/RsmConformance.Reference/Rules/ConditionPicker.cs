namespace RsmConformance.Reference.Rules;

/// <summary>Collects the conditions of a connect that hold and keeps the one to report.</summary>
internal sealed class ConditionPicker(ConnectRules rules, CallFacts facts, ConnectTarget target, ConnectCondition? found = null)
{
    public ConnectCondition? Found { get; private set; } = found;

    public ConnectTarget Target => target;

    public CallFacts Facts => facts;

    /// <summary>Judges a condition.</summary>
    /// <returns>Whether it counts.</returns>
    public bool Add(ConnectCondition condition, bool holds)
    {
        if (!rules.Counts(facts, target, condition, holds))
        {
            return false;
        }

        Merge(condition);
        return true;
    }

    /// <summary>Takes over a condition that somebody else has judged.</summary>
    public void Merge(ConnectCondition condition)
    {
        if (Found is null || rules.Rank(condition) < rules.Rank(Found.Value))
        {
            Found = condition;
        }
    }

    /// <summary>Whether nothing from a condition on, in the historical order, could change what is reported.</summary>
    public bool IsDecided(ConnectCondition from)
    {
        if (Found is not { } found)
        {
            return false;
        }

        int rank = rules.Rank(found);
        for (ConnectCondition later = from; later <= ConnectCondition.LocalOtherController; later++)
        {
            if (rules.Rank(later) < rank)
            {
                return false;
            }
        }

        return true;
    }
}
