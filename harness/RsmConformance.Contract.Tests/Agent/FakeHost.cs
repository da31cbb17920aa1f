using System.Collections.Concurrent;
using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>A host that notes what it is told; its library does what the test says.</summary>
internal sealed class FakeHost : IAgentHost, IAgentBed
{
    private readonly ConcurrentQueue<string> _notes = [];

    public Func<FakeProcess, string, object?[], int> Answer { get; init; } = (_, _, _) => 0;

    public bool FailsToOpen { get; init; }

    public IEnumerable<string> Notes => _notes;

    public ConcurrentDictionary<string, FakeProcess> Processes { get; } = [];

    public void Note(string what) => _notes.Enqueue(what);

    public AgentMessage.Welcome Introduce() => new(Protocol.Version, "fake", "0", FakeMemory.PageSize, ["kill"]);

    public IAgentBed Open(SessionSetup setup) => FailsToOpen ? throw new IOException("no cluster today") : this;

    public IAgentProcess Spawn(ProcessSetup process, IdentityBinding identity) =>
        Processes[process.Role] = new FakeProcess(this, process);

    public void Inject(Fault fault) => Note($"inject {fault}");

    public void Clear(Fault fault) => throw new NotSupportedException("nothing can be healed here");

    public void Hold(string gate, IAgentProcess held) => Note($"hold {gate}");

    public void Release(string gate, IAgentProcess held) => Note($"release {gate}");

    public void Fail(string gate, IAgentProcess failed, RsmError code) => Note($"fail {gate} {code}");

    public void Dispose() => Note("disposed");
}
