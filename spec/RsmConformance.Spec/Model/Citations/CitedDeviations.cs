namespace RsmConformance.Spec.Model;

/// <summary>The documented deviations of the historical implementation that the model can recognise.</summary>
internal static class CitedDeviations
{
    public static readonly DeviationId D01 = new("D01");
    public static readonly DeviationId D03 = new("D03");
    public static readonly DeviationId D05 = new("D05");
    public static readonly DeviationId D07 = new("D07");
    public static readonly DeviationId D08 = new("D08");
    public static readonly DeviationId D09 = new("D09");
    public static readonly DeviationId D10 = new("D10");
    public static readonly DeviationId D11 = new("D11");
    public static readonly DeviationId D13 = new("D13");
    public static readonly DeviationId D14 = new("D14");
    public static readonly DeviationId D17 = new("D17");
    public static readonly DeviationId D24 = new("D24");
    public static readonly DeviationId D25 = new("D25");
    public static readonly DeviationId D26 = new("D26");
    public static readonly DeviationId D28 = new("D28");
    public static readonly DeviationId D38 = new("D38");
    public static readonly DeviationId D45 = new("D45");
    public static readonly DeviationId D60 = new("D60");
    public static readonly DeviationId D63 = new("D63");
}
