using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>A variable of a program.</summary>
/// <param name="Type">Its type in C.</param>
/// <param name="Name">Its name.</param>
internal sealed record Variable(string Type, string Name);

/// <summary>What the processes of a scenario hold: a variable for each symbol that a step gives a value.</summary>
internal sealed class Variables
{
    public const string ImportHandle = "rsm_memseg_import_handle_t";
    public const string ExportHandle = "rsm_memseg_export_handle_t";
    public const string ControllerHandle = "rsmapi_controller_handle_t";
    public const string Address = "void *";

    private readonly Dictionary<(string Role, string Symbol), Variable> _all = [];
    private readonly HashSet<string> _ofFile = [];

    public Variables(LaneTable lanes, bool isAlone)
    {
        foreach (IGrouping<string?, Lane> process in lanes.Lanes.Where(l => l.Role is not null).GroupBy(l => l.Role))
        {
            bool isShared = process.Count() > 1;
            if (isShared)
            {
                _ofFile.Add(process.Key!);
            }

            string prefix = isShared && !isAlone ? CName.Of(process.Key!) + "_" : "";
            foreach (Step step in process.SelectMany(l => RequiredMeans.Flatten(l.Steps)))
            {
                if (Made(step.Action) is ({ } type, { } symbol) && !_all.TryAdd((process.Key!, symbol), new Variable(type, CName.Of(prefix + symbol)))
                    && _all[(process.Key!, symbol)].Type != type)
                {
                    throw new UnprintableException($"{symbol} stands for things of two kinds");
                }
            }
        }
    }

    /// <summary>Whether several threads see the variables of a process, so that they stand outside of functions.</summary>
    public bool AreOfFile(string role) => _ofFile.Contains(role);

    public IEnumerable<Variable> Of(string role) => _all.Where(v => v.Key.Role == role).Select(v => v.Value);

    public Variable Find(string role, string symbol) => _all.TryGetValue((role, symbol), out Variable? found)
        ? found
        : throw new UnprintableException($"{role} has no {symbol} of its own");

    private static (string? Type, string? Symbol) Made(StepAction action) => action switch
    {
        StepAction.AllocateBuffer buffer => (Address, buffer.Name),
        StepAction.Call { Api: { } api } => Made(api),
        _ => (null, null),
    };

    private static (string? Type, string? Symbol) Made(ApiCall api)
    {
        (string type, OutputRef? output) = api switch
        {
            GetController get => (ControllerHandle, get.Controller),
            GetControllerAttributes get => ("rsmapi_controller_attr_t", get.Attributes),
            GetTopology get => ("rsm_topology_t *", get.Topology),
            ExportCreate create => (ExportHandle, create.Memseg),
            ImportConnect connect => (ImportHandle, connect.Memseg),
            ImportMap map => (Address, map.Address),
            InitBarrier init => ("rsmapi_barrier_t", init.Barrier),
            GetMode get => ("rsm_barrier_mode_t", get.Mode),
            GetPollfd get => ("struct pollfd", get.Pollfd),
            _ => ("", (OutputRef?)null),
        };
        return output is { IsWritable: true } made ? (type, made.Name) : (null, null);
    }
}
