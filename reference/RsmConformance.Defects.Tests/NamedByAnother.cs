namespace RsmConformance.Defects.Tests;

/// <summary>The assertions whose defects are all caught by a verdict that names another one, and why that is right.</summary>
internal static class NamedByAnother
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["connect.permission.supplementary-group"] =
            "Either rule for supplementary groups is permitted, so a library is wrong only where it applies the digit of a class that is not the importer's.",
        ["support.pollfd"] = "The count of poll descriptors shows at nothing but the disconnect that it must hold back.",
        ["support.process"] = "The end of an exporter shows at the connect that must not find its segment any more.",
        ["support.release-controller"] = "What a release takes away too much is missed by the connect that needs the controller.",
    };
}
