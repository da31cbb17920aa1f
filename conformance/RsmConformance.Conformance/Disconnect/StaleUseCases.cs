using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>After a disconnect nothing goes through the handle any more; only the profile hardened asks for a check of handles.</summary>
internal static class StaleUseCases
{
    private const string Breaks = "disconnect.effect.breaks-link";

    private static readonly (string Name, string Words, Func<CaseScript, string, CaseScript> Use)[] Uses =
    [
        ("get", "read", (s, h) => s.Get(h)),
        ("put", "written", (s, h) => s.Put(h)),
        ("map", "mapped", (s, h) => s.Map(h)),
        ("post", "signalled through", (s, h) => s.Post(h)),
        ("pollfd", "polled", (s, h) => s.GetPollfd(h)),
        ("barrier", "fenced", (s, h) => s.InitBarrier(h, "another")),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All => [.. Uses.Select(u => Stale(u.Name, u.Words, u.Use))];

    // What would keep the link from being broken is undone.
    private static Func<CaseScript, CaseScript> Undone(string name) => name switch
    {
        "map" => s => s.Unmap(),
        "pollfd" => s => s.ReleasePollfd(),
        "barrier" => s => s.DestroyBarrier("another"),
        _ => s => s,
    };

    private static Case Stale(string name, string words, Func<CaseScript, string, CaseScript> use) =>
        Ensure($"{Breaks}/no-{name}-afterwards", $"a link that was broken cannot be {words}.")
            .HardenedOnly().LinkedPair().Control().With(s => use(s, "imp")).With(Undone(name)).DestroyBarrier()
            .Act().Disconnect().May(name is "get" or "put" ? Allow.ImplicitlyMapped : Allow.Success)
            .Frame(Breaks).With(s => use(s, "stale:imp")).May(Allow.HandleRefused).Done();
}
