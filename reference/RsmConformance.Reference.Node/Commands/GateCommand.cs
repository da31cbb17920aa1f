using System.Globalization;

namespace RsmConformance.Reference.Node;

/// <summary>Holds, releases and fails calls of the processes that a test bed has given a role (RSM_NODE_ROLE).</summary>
internal static class GateCommand
{
    public const string Usage =
        """
        rsm-node gate hold|release GATE ROLE
        rsm-node gate fail GATE ROLE CODE
        """;

    public static string Do(Daemon daemon, string[] words)
    {
        switch (words)
        {
            case ["hold", var gate, var role]:
                daemon.Gatekeeper.Arm(Known(gate), role, null);
                break;
            case ["fail", var gate, var role, var code]:
                daemon.Gatekeeper.Arm(Known(gate), role, Code(code));
                break;
            case ["release", var gate, var role]:
                daemon.Gatekeeper.Release(Known(gate), role);
                break;
            default:
                throw new UserErrorException($"say one of\n{Usage}");
        }

        return "";
    }

    private static string Known(string gate) => GateName.All.Contains(gate)
        ? gate : throw new UserErrorException($"there is no gate '{gate}'; there are {string.Join(", ", GateName.All)}");

    private static RsmError Code(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code != 0 && Enum.IsDefined((RsmError)code)
            ? (RsmError)code : throw new UserErrorException($"'{text}' is not the number of an error");
}
