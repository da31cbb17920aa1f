using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>A session between open and close: its bed, its processes, its workers and what the symbols stand for.</summary>
internal sealed class OpenSession
{
    private readonly AgentThreads _threads;
    private readonly StepExecutor _executor;
    private readonly ConcurrentDictionary<string, RoleProcess> _processes = [];
    private readonly ConcurrentDictionary<string, uint> _segments = [];
    private readonly Dictionary<(string? Role, string Thread), StepWorker> _workers = [];

    public OpenSession(SessionSetup setup, IAgentBed bed, EventLog log, AgentThreads threads, AgentLimits limits)
    {
        Setup = setup;
        Bed = bed;
        Log = log;
        Limits = limits;
        _threads = threads;
        _executor = new StepExecutor(this);
        foreach (SegmentBinding segment in setup.Segments)
        {
            _segments[segment.Symbol] = segment.Id;
        }
    }

    public SessionSetup Setup { get; }

    public IAgentBed Bed { get; }

    public EventLog Log { get; }

    public AgentLimits Limits { get; }

    public StepBoard Board { get; } = new();

    public RoleProcess? Find(string role) => _processes.GetValueOrDefault(role);

    public string NodeOf(string role) => Role(role).Node;

    public bool TryGetSegment(string symbol, out uint id) => _segments.TryGetValue(symbol, out id);

    public void BindSegment(string symbol, uint id) => _segments[symbol] = id;

    public bool TryGetIdentity(IdentityClass who, [NotNullWhen(true)] out IdentityBinding? identity)
    {
        identity = Setup.Identities.FirstOrDefault(i => i.Class == who);
        return identity is not null;
    }

    /// <summary>Starts the processes that the session starts with.</summary>
    public void SpawnAll()
    {
        foreach (ProcessSetup process in Setup.Processes.Where(p => !p.Late))
        {
            Spawn(process.Role);
        }
    }

    public void Spawn(string role)
    {
        ProcessSetup process = Role(role);
        if (!TryGetIdentity(process.Class, out IdentityBinding? identity))
        {
            throw new InvalidOperationException($"the setup has no identity {process.Class} for process {role}");
        }

        _processes[role] = new RoleProcess(role, Setup.Cluster.Node(process.Node), Bed.Spawn(process, identity), Setup.PageSize);
    }

    public void Enqueue(Sequence<Step> steps)
    {
        foreach (Step step in steps)
        {
            if (step.Role != steps[0].Role || step.Thread != steps[0].Thread)
            {
                throw new InvalidOperationException($"step {step.Id} is for another thread than step {steps[0].Id} of the same message");
            }

            if (step.Role is { } role)
            {
                Role(role);
            }
        }

        foreach (Step step in steps)
        {
            WorkerOf(step.Role, step.Thread).Add(step);
        }
    }

    /// <summary>Ends everything; what does not come back in time is left behind and never used again.</summary>
    public void End()
    {
        long start = Stopwatch.GetTimestamp();
        bool idle = true;
        foreach (StepWorker worker in _workers.Values)
        {
            idle &= worker.Stop();
        }

        Board.Stop();
        Task ended = idle ? Task.CompletedTask : EndAside();
        if (idle)
        {
            EndProcesses();
        }

        foreach (StepWorker worker in _workers.Values)
        {
            worker.WaitOrAbandon(Left(start));
        }

        _workers.Clear();
        ended.Wait(Left(start));
    }

    private TimeSpan Left(long start)
    {
        TimeSpan left = Limits.Close - Stopwatch.GetElapsedTime(start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Ends the processes on another thread, because a call is in progress and may not let its process end.</summary>
    private Task EndAside()
    {
        var ended = new TaskCompletionSource();
        _threads.Run(() =>
        {
            try
            {
                EndProcesses();
                ended.SetResult();
            }
            catch (Exception e)
            {
                ended.SetException(e);
            }

            return true;
        });
        return ended.Task;
    }

    private void EndProcesses()
    {
        foreach (RoleProcess process in _processes.Values.Where(p => p.IsAlive))
        {
            process.Process.Kill();
        }

        Bed.Dispose();
    }

    private StepWorker WorkerOf(string? role, string thread)
    {
        if (!_workers.TryGetValue((role, thread), out StepWorker? worker))
        {
            _workers[(role, thread)] = worker = new StepWorker(thread, _threads, Perform);
        }

        return worker;
    }

    private void Perform(Step step, StepWorker worker)
    {
        try
        {
            _executor.Execute(step, worker, Turn.Once);
        }
        catch (Exception e)
        {
            Log.Fail($"step {step.Id}: {e.GetType().Name}: {e.Message}");
        }
    }

    private ProcessSetup Role(string role) => Setup.Processes.FirstOrDefault(p => p.Role == role)
        ?? throw new InvalidOperationException($"the setup has no process {role}");
}
