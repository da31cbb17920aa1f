namespace RsmConformance.Harness.Reports.Html;

/// <summary>What the page shows of one case beyond its verdict.</summary>
/// <param name="Since">The version of the suite that brought it.</param>
/// <param name="Roles">Its processes, in words.</param>
/// <param name="Steps">Its steps, those inside repeats and sweeps after the step that holds them.</param>
/// <param name="Lanes">The threads that did something, in the order in which they began.</param>
/// <param name="Bars">
/// What they did, in the order of the begins, four numbers each: the lane, the index of the step, and the events at which
/// it began and ended. One that did not end ends after the last event.
/// </param>
/// <param name="Notes">What a reader must know about the evidence, in sentences.</param>
/// <param name="Program">The failure as a C program; null where there is none.</param>
/// <param name="Story">The story of the failure; null where it was not told.</param>
internal sealed record CaseDetail(
    string? Since,
    IReadOnlyList<string> Roles,
    IReadOnlyList<StepDetail> Steps,
    IReadOnlyList<string> Lanes,
    IReadOnlyList<int[]> Bars,
    IReadOnlyList<string> Notes,
    string? Program,
    string? Story);

/// <summary>A step with what it may show and what it showed.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Depth">How many repeats and sweeps it is inside.</param>
/// <param name="Part">What it is for.</param>
/// <param name="Who">Process and thread; null for the test bed.</param>
/// <param name="Does">What it does.</param>
/// <param name="Changed">The factor that is changed there.</param>
/// <param name="After">The steps that it waits for, where that is not the one before.</param>
/// <param name="Permitted">What it may show, where the case says so.</param>
/// <param name="Seen">What it showed, in order.</param>
/// <param name="Left">How many more times it was done than are told.</param>
internal sealed record StepDetail(
    string Id,
    int Depth,
    string Part,
    string? Who,
    string Does,
    string? Changed,
    string? After,
    IReadOnlyList<PermittedDetail>? Permitted,
    IReadOnlyList<SeenDetail> Seen,
    int? Left);

/// <summary>An outcome that a step may show.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Value">The value of the sweep for which it holds; null for all.</param>
/// <param name="Reading">The reading or deviation that permits it, in words.</param>
/// <param name="Standing">How the profile of the run takes it: <c>accepted</c>, <c>tolerated</c> or <c>refused</c>; null when unknown.</param>
internal sealed record PermittedDetail(string Outcome, string? Value, string? Reading, string? Standing);

/// <summary>What a step showed once.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Value">The value of the sweep, or the number of the repetition.</param>
/// <param name="Resolved">The call with real values.</param>
/// <param name="More">What else was noted.</param>
/// <param name="Us">How long it took in microseconds; null when begin and end are on different clocks.</param>
internal sealed record SeenDetail(string Outcome, string? Value, string? Resolved, string? More, double? Us);
