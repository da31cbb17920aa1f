using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace RsmConformance.Adapters.Agent.Tests.Zoo;

/// <summary>The bad things that a call can do.</summary>
internal static class Beasts
{
    // A file that says that a beast bites, and in it the number of the child that it left behind.
    private static string? Sign => Environment.GetEnvironmentVariable("RSM_ZOO_SIGN");

    public static void Bite(string beast, nint readOnly)
    {
        if (Sign is { } sign && !File.Exists(sign))
        {
            File.WriteAllText(sign, "");
        }

        switch (beast)
        {
            case "child-then-fail-fast":
                using (Process child = Process.Start("tail", ["-f", Sign!]))
                {
                    File.WriteAllText(Sign!, child.Id.ToString(CultureInfo.InvariantCulture));
                }

                Bite("fail-fast", 0);
                break;
            case "daemon":
                using (Process shell = Process.Start("sh", ["-c", "setsid tail -f \"$1\" & echo $! >\"$1\"", "sh", Sign!]))
                {
                    shell.WaitForExit();
                }

                break;
            case "daemon-then-exit":
                Bite("daemon", 0);
                Bite("exit", 0);
                break;
            case "daemon-then-hang":
                Bite("daemon", 0);
                Bite("hang", 0);
                break;
            case "stack-overflow":
                Console.Out.WriteLine(Overflow(0));
                break;
            case "fail-fast":
                Environment.FailFast("the beast gave up");
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "spin":
                for (long turns = 0; turns >= 0; turns = (turns + 1) % long.MaxValue)
                {
                    Thread.SpinWait(100);
                }

                break;
            case "spin-aside":
                new Thread(() => Bite("spin", 0)).Start();
                break;
            case "throw":
                throw new InvalidOperationException("bitten");
            case "throw-aside":
                var thread = new Thread(() => throw new InvalidOperationException("bitten from behind"));
                thread.Start();
                thread.Join();
                break;
            case "hang":
                using (var never = new ManualResetEventSlim())
                {
                    never.Wait();
                }

                break;
            case "write-stdout":
                Console.Out.WriteLine("""{"type":"failed","why":"a lie"}""");
                File.AppendAllText("/dev/stdout", "\u001b[31m{\"type\":\"closed\"}\n");
                Console.Error.WriteLine("beast on stderr \u0007");
                break;
            case "bad-store":
                Marshal.WriteInt64(readOnly, 1);
                break;
            default:
                break;
        }
    }

    private static int Overflow(int depth) => depth < 0 ? depth : Overflow(depth + 1) + Overflow(depth + 2);
}
