using System.Buffers.Binary;

namespace RsmConformance.Defects.Topics;

/// <summary>What connect stores for its caller, where, and when.</summary>
internal static class OutputHandles
{
    private const string Creates = "connect.effect.creates-segment";
    private const string Through = "connect.effect.handle-through-memseg";
    private const string Distinct = "connect.effect.distinct-handles";
    private const string Leaves = "connect.effect.failure-leaves-output";
    private const string BadAddress = "connect.error.bad-addr";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Stored("not-stored", "Success stores nothing.", _ => null),
        Stored("null-stored", "Success stores NULL.", _ => 0),
        Stored("cut-to-32-bits", "The handle is stored as an int.", handle => (nint)(uint)handle),
        Stored("byte-swapped", "The handle is stored in the other byte order.", handle => (nint)BinaryPrimitives.ReverseEndianness((long)handle)),
        Stored("tagged", "The handle that is stored still has the tag of the table in its lowest bit.", handle => handle | 1),
        Stored("address-of-member", "The address of a member of the segment is stored instead of the segment's.", handle => handle + 8),
        Stored("of-the-next", "The handle that the next connect will get is stored.", handle => handle + 0x40),
        new("output-one-behind", Shows.State, [Distinct, Creates],
            "The handle is stored before it is computed, so that each connect gives that of the one before.",
            book =>
            {
                var last = new Dictionary<int, nint>();
                return book with
                {
                    Output = new WrongOutput(book.Behaviour)
                    {
                        OnSuccessInstead = (facts, handle, _) =>
                        {
                            lock (last)
                            {
                                nint before = last.GetValueOrDefault(facts.Process);
                                last[facts.Process] = handle;
                                return before == 0 ? handle : before;
                            }
                        },
                    },
                };
            }),
        new("output-of-the-first", Shows.State, [Distinct, Creates],
            "Every connect of a process stores the handle of its first.",
            book =>
            {
                var first = new Dictionary<int, nint>();
                return book with
                {
                    Output = new WrongOutput(book.Behaviour)
                    {
                        OnSuccessInstead = (facts, handle, _) =>
                        {
                            lock (first)
                            {
                                return first.TryAdd(facts.Process, handle) ? handle : first[facts.Process];
                            }
                        },
                    },
                };
            }),
        new("output-of-another-process", Shows.State, [Creates, Distinct, "connect.threading.mt-safe"],
            "The handle is kept in a variable that all processes share, and the last one written is stored.",
            book =>
            {
                var made = new HashSet<(int Process, nint Handle)>();
                return book with
                {
                    Output = new WrongOutput(book.Behaviour)
                    {
                        OnSuccessInstead = (facts, handle, _) =>
                        {
                            lock (made)
                            {
                                made.Add((facts.Process, handle));
                                return made.FirstOrDefault(m => m.Process != facts.Process, (Process: facts.Process, Handle: handle)).Handle;
                            }
                        },
                    },
                };
            }),
        new("output-not-when-two-are-in-flight", Shows.Race, ["connect.threading.mt-safe", Creates, Distinct],
            "While another connect of the process is under way the handle gets lost.",
            book => book with
            {
                Output = new WrongOutput(book.Behaviour) { OnSuccessInstead = (facts, handle, _) => facts.InFlight > 1 ? null : handle },
            }),
        Handle("same-for-all-of-a-process", [Distinct], "All imports of a process have one handle.", (facts, kind, fresh, first) => kind == HandleKind.Import ? first : fresh),
        Handle("null-for-the-first", [Creates, "connect.return.success-zero"], "Handles are numbers from 0, and the first is NULL.", (_, kind, fresh, first) => kind == HandleKind.Import && fresh == first ? 0 : fresh),
        Place("beside-after", [Through, Creates], "The handle is stored one word after the caller's object.", 8),
        Place("beside-before", [Through, Creates], "The handle is stored one word before the caller's object.", -8),
        Place("half-a-word-off", [Through, Creates], "The handle is stored half a word off.", 4),
        Place("two-words", [Through], "A structure of two words is stored where the caller has room for one.", 0, 8),
        Place("word-before-too", [Through], "A header is stored in front of the handle.", 0, -8),
        Failed("handle-left-after-denial", "The handle is stored before the user is checked, and stays.", (code, stage, block) => stage == ConnectStage.User ? block : null),
        Failed("handle-left-after-exporter-refused", "The handle is stored before the exporter is asked, and stays.", (code, stage, block) => stage == ConnectStage.Exporter ? block : null),
        Failed("handle-left-after-unsent-request", "The handle is stored before the way is known, and stays.", (code, stage, block) => stage == ConnectStage.Request ? block : null),
        Failed("handle-left-after-bad-arguments", "The handle is stored before the arguments are checked, and stays.", (code, stage, block) => stage == ConnectStage.Arguments ? block : null),
        Failed("handle-left-after-controller-failed", "The handle is stored before the controller is asked, and stays.", (code, stage, block) => stage == ConnectStage.Controller ? block : null),
        Failed("handle-left-when-not-published", "Only the exit for an id that is not published forgets to take the handle back.", (code, stage, block) => code == RsmError.RSMERR_SEG_NOT_PUBLISHED ? block : null),
        Failed("handle-left-when-unreachable", "Only the exit for a node that does not answer forgets to take the handle back.", (code, stage, block) => code == RsmError.RSMERR_REMOTE_NODE_UNREACHABLE ? block : null),
        Failed("handle-left-when-interrupted", "Only the exit for a signal forgets to take the handle back.", (code, stage, block) => code == RsmError.RSMERR_INTERRUPTED ? block : null),
        Failed("minus-one", "A failure stores -1.", (code, stage, block) => -1),
        Failed("code", "A failure stores its code where the handle belongs.", (code, stage, block) => (nint)code),
        Failed("code-when-denied", "A denial stores its code where the handle belongs.", (code, stage, block) => code == RsmError.RSMERR_PERM_DENIED ? (nint)code : null),
        Accepts("null", "A NULL memseg means that the caller wants no handle.", OutputState.Null),
        Accepts("unmapped", "A memseg without memory behind it is written by a call that cannot fail.", OutputState.Unmapped),
        Accepts("read-only", "The failure to store the handle in read-only memory is not noticed.", OutputState.ReadOnly),
        Dies("null", "A NULL memseg is stored through.", OutputState.Null),
        Dies("unmapped", "A memseg is checked for NULL only and stored through.", OutputState.Unmapped),
        Dies("read-only", "A memseg is checked for being readable and stored through.", OutputState.ReadOnly),
    ];

    private static Defect Stored(string name, string sentence, Func<nint, nint?> instead) => new(
        "output-" + name, Shows.State, [Creates], sentence, book => book with
        {
            Output = new WrongOutput(book.Behaviour) { OnSuccessInstead = (_, handle, _) => instead(handle) },
        });

    private static Defect Handle(string name, string[] breaks, string sentence, Func<CallFacts, HandleKind, nint, nint, nint> instead) => new(
        "output-" + name, Shows.State, breaks, sentence, book =>
        {
            var first = new Dictionary<(int, HandleKind), nint>();
            return book with
            {
                Handles = new WrongHandle(book.Behaviour)
                {
                    ValueInstead = (facts, kind, fresh, _) =>
                    {
                        lock (first)
                        {
                            first.TryAdd((facts.Process, kind), fresh);
                            return instead(facts, kind, fresh, first[(facts.Process, kind)]);
                        }
                    },
                },
            };
        });

    private static Defect Place(string name, string[] breaks, string sentence, params int[] places) => new(
        "output-" + name, Shows.Frame, breaks, sentence, book => book with
        {
            Output = new WrongOutput(book.Behaviour) { PlacesInstead = (_, _) => places },
        });

    private static Defect Failed(string name, string sentence, Func<RsmError, ConnectStage, nint, nint?> instead) => new(
        "output-failure-stores-" + name, Shows.State, [Leaves], sentence, book => book with
        {
            Output = new WrongOutput(book.Behaviour)
            {
                OnFailureInstead = (_, code, stage, block, right) => instead(code, stage, block) ?? right,
            },
        });

    private static Defect Accepts(string name, string sentence, OutputState state) => new(
        "output-accepts-" + name, Shows.Code, [BadAddress], sentence, book => book with
        {
            Output = new WrongOutput(book.Behaviour) { IsUnusableInstead = (_, found, right) => right && found != state },
        });

    private static Defect Dies(string name, string sentence, OutputState state) => new(
        "output-dies-of-" + name, Shows.Crash, [BadAddress], sentence, book => book with
        {
            Output = new WrongOutput(book.Behaviour) { CrashesInstead = (_, found, right) => right || found == state },
        });
}
