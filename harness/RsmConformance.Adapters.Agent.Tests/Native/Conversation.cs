using System.Diagnostics;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>A conversation with rsm-agent on its standard input and output, by hand.</summary>
internal sealed class Conversation : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _agent;
    private readonly Task<string> _error;
    private readonly List<TraceEvent> _events = [];

    public Conversation(string agent, string library, string stub = "tame")
    {
        var start = new ProcessStartInfo(agent, ["--library", library])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A sanitizer that is built in leaves the signals of a crash to the system, which is what the agent reports.
            Environment = { ["RSM_STUB"] = stub, ["ASAN_OPTIONS"] = "handle_segv=0:handle_abort=0" },
        };
        _agent = Process.Start(start)!;
        _error = _agent.StandardError.ReadToEndAsync();
    }

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<TraceEvent> Events => _events;

    public int Id => _agent.Id;

    public void Send(HarnessMessage message)
    {
        _agent.StandardInput.Write(Protocol.Write(message) + "\n");
        _agent.StandardInput.Flush();
    }

    /// <summary>The next message that is no event; those before it are kept.</summary>
    public AgentMessage Receive()
    {
        while (true)
        {
            Task<string?> line = _agent.StandardOutput.ReadLineAsync();
            line.Wait(Patience).Should().BeTrue("the agent must answer");
            line.Result.Should().NotBeNull("the agent must not hang up");
            AgentMessage message = Protocol.Read<AgentMessage>(line.Result!);
            if (message is not AgentMessage.Happened { What: var what })
            {
                return message;
            }

            _events.Add(what);
        }
    }

    public void Open(params ProcessSetup[] processes)
    {
        Send(new HarnessMessage.Open("r", CaseId.Parse("connect.error.bad-addr/null"), Setup(processes)));
        Receive().Should().BeOfType<AgentMessage.Opened>();
    }

    public void Play(params Step[] steps) => Send(new HarnessMessage.Play([.. steps]));

    /// <summary>Waits for the end of a step.</summary>
    public TraceEvent End(string step)
    {
        while (_events.FirstOrDefault(e => e.EndsStep && e.Step.Text == step) is null)
        {
            Task<string?> line = _agent.StandardOutput.ReadLineAsync();
            line.Wait(Patience).Should().BeTrue("step {0} must end", step);
            _events.Add(Protocol.Read<AgentMessage>(line.Result!).Should().BeOfType<AgentMessage.Happened>().Subject.What);
        }

        return _events.First(e => e.EndsStep && e.Step.Text == step);
    }

    /// <summary>Plays a step and waits for its end.</summary>
    public TraceEvent Do(string id, StepAction action, string thread = Step.MainThread)
    {
        Play(Steps.Of(id, action, thread));
        return End(id);
    }

    public void Close()
    {
        Send(new HarnessMessage.Close());
        Receive().Should().BeOfType<AgentMessage.Closed>();
    }

    /// <summary>Hangs up.</summary>
    /// <returns>The agent's exit code and what it wrote to standard error.</returns>
    public (int Exit, string Error) HangUp()
    {
        _agent.StandardInput.Close();
        _agent.WaitForExit(Patience).Should().BeTrue("the agent must end when the harness hangs up");
        return (_agent.ExitCode, _error.Result);
    }

    public void Dispose()
    {
        if (!_agent.HasExited)
        {
            _agent.Kill(entireProcessTree: true);
        }

        _agent.Dispose();
    }

    private static SessionSetup Setup(ProcessSetup[] processes)
    {
        string[] status = File.ReadAllLines("/proc/self/status");
        return new SessionSetup(
            Environment.SystemPageSize,
            new ClusterDescription(
                [new NodeDescription("A", 1, [new ControllerDescription("x0", "sci0")]), new NodeDescription("B", 2, [])], [], 63),
            [new IdentityBinding(IdentityClass.Owner, new Identity(Own(status, "Uid:"), Own(status, "Gid:"), Groups(status)), Privileged: false)],
            [.. processes],
            [new SegmentBinding("S1", 0x600000)]);
    }

    private static Sequence<uint> Groups(string[] status) =>
        [.. status.First(l => l.StartsWith("Groups:", StringComparison.Ordinal))["Groups:".Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(uint.Parse).Where(g => g != Own(status, "Gid:"))];

    private static uint Own(string[] status, string key) =>
        uint.Parse(status.First(l => l.StartsWith(key, StringComparison.Ordinal)).Split('\t')[2], System.Globalization.CultureInfo.InvariantCulture);
}
