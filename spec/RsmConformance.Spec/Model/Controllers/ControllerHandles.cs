namespace RsmConformance.Spec.Model;

/// <summary>The controller handles of a process.</summary>
internal static class ControllerHandles
{
    /// <summary>Which controller a handle stands for; null when it was released.</summary>
    public static string? Find(CallContext context, HandleValue handle) =>
        handle.Kind == HandleKind.Controller && context.Process.Controllers.TryGet(handle.Target, out string? controller)
            ? controller
            : null;
}
