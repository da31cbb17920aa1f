using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The failure of a call that a fault hook was told to fail.</summary>
internal static class Injection
{
    /// <summary>The failure; a code that the page does not list is one of the deviations that A44 names.</summary>
    public static Failure Of(RsmError error, AssertionId basis, IReadOnlyList<RsmError> listed) => error switch
    {
        _ when listed.Contains(error) => Failure.Of(error, basis),
        RsmError.RSMERR_CONN_ABORTED => Failure.Of(error, basis, A44ConnAborted, CitedDeviations.D08),
        RsmError.RSMERR_TIMEOUT => Failure.Of(error, basis, A44Timeout, CitedDeviations.D09),
        RsmError.RSMERR_INTERNAL_ERROR => Failure.Of(error, basis, A44InternalError, CitedDeviations.D07),
        RsmError.RSMERR_BAD_DRIVER_VERSION => Failure.Of(error, basis, A44BadDriverVersion, CitedDeviations.D10),
        _ => Failure.Of(error, basis, A44RawErrno, CitedDeviations.D05),
    };
}
