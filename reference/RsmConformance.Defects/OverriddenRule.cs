using System.Reflection;

namespace RsmConformance.Defects;

/// <summary>Which rule a defect replaces.</summary>
public static class OverriddenRule
{
    private const string Suffix = "Instead";

    /// <summary>The rules that a defect replaces, such as <c>Connect.IsMalformed</c>. It must be exactly one.</summary>
    /// <param name="defect">The defect.</param>
    public static IReadOnlyList<string> Of(Defect defect)
    {
        ArgumentNullException.ThrowIfNull(defect);
        RuleBook wrong = defect.Rules();
        return
        [
            .. from chapter in typeof(RuleBook).GetProperties()
               let rules = chapter.GetValue(wrong)!
               from instead in rules.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where instead.Name.EndsWith(Suffix, StringComparison.Ordinal) && instead.GetValue(rules) is not null
               select $"{chapter.Name}.{instead.Name[..^Suffix.Length]}",
        ];
    }
}
