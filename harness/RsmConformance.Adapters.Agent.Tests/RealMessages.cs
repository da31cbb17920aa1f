using RsmConformance.Adapters.Reference;
using RsmConformance.Conformance;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;
using RsmConformance.Spec;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>Messages of sessions that took place: the cases in which some action or function occurs for the first time, on the reference.</summary>
internal sealed record RealMessages(IReadOnlyList<string> FromHarness, IReadOnlyList<string> FromAgent)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static RealMessages Hear()
    {
        using var adapter = new Overheard(new ReferenceAdapter(Behaviour.Default));
        Play(adapter, [.. Telling().Select(c => c.Id.Text)]);
        Refuse(adapter);
        return new RealMessages([.. adapter.FromHarness], [.. adapter.FromAgent]);
    }

    /// <summary>Plays cases.</summary>
    public static void Play(IAdapter adapter, params string[] cases)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rsm-messages-");
        try
        {
            new RunService(adapter, new Nobody()).Execute(Request(folder.FullName, cases), CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RunRequest Request(string folder, string[] cases)
    {
        Specification specification = Specification.Load();
        var selection = new CaseSelection([.. cases.Select(id => new CasePattern(id))], [], []);
        return new RunRequest(
            new SuiteUnderUse("1.0.0", "none", Catalogue.All), selection, specification.Profiles.First(p => p.Name.Value == "hardened"),
            BedFile.Load(Path.Combine(JsonSchema.Root, "conformance", "beds", "reference.yaml")),
            new RunSettings("messages", RunSettings.DefaultStepLimit, 1), 1, 0, false, false, folder);
    }

    private static IEnumerable<Case> Telling()
    {
        var told = new HashSet<string>();
        foreach (Case testCase in Catalogue.All)
        {
            int before = told.Count;
            told.UnionWith(RequiredMeans.Flatten(testCase.Script).Select(Kind));
            if (told.Count > before)
            {
                yield return testCase;
            }
        }
    }

    private static string Kind(Step step) => step.Action switch
    {
        StepAction.Call { Api: var api } => api.CName,
        StepAction.InjectFault { What: var fault } => $"inject {fault.GetType().Name}",
        StepAction.ClearFault { What: var fault } => $"clear {fault.GetType().Name}",
        { } action => action.GetType().Name,
    };

    // What no case of the suite makes the reference say: that it speaks another protocol, knows no such role and cannot fork.
    private static void Refuse(Overheard adapter)
    {
        HarnessMessage.Open open = adapter.FromHarness.Select(Protocol.Read<HarnessMessage>).OfType<HarnessMessage.Open>().First();
        using IAgentChannel channel = adapter.Connect();
        Exchange<AgentMessage.Failed>(channel, new HarnessMessage.Hello(Protocol.Version + 1));
        Exchange<AgentMessage.Opened>(channel, open);
        Exchange<AgentMessage.Failed>(channel, new HarnessMessage.Play([Alone("spawn", null, new StepAction.Spawn("child"))]));
        Exchange<AgentMessage.Happened>(channel, new HarnessMessage.Play([Alone("fork", open.Setup.Processes[0].Role, new StepAction.Fork("child"))]));
        Exchange<AgentMessage.Examined>(channel, new HarnessMessage.Examine(Stacks: false));
        Exchange<AgentMessage.Closed>(channel, new HarnessMessage.Close());
    }

    private static Step Alone(string id, string? role, StepAction action) => new(StepId.Parse(id), role, Step.MainThread, StepPart.Act, action);

    private static void Exchange<T>(IAgentChannel channel, HarnessMessage message)
        where T : AgentMessage
    {
        channel.Send(Protocol.Write(message));
        AgentMessage answer;
        do
        {
            channel.TryReceive(Patience, out string? line).Should().BeTrue();
            answer = Protocol.Read<AgentMessage>(line!);
        }
        while (answer is AgentMessage.Happened and not T);

        answer.Should().BeOfType<T>();
    }

    private sealed class Nobody : IRunObserver
    {
        public void Begin(Plan plan)
        {
            // Nobody watches.
        }

        public void Ruled(ResultLine.Ruled result)
        {
            // Nobody watches.
        }
    }
}
