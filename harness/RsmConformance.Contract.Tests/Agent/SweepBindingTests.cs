using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class SweepBindingTests
{
    public static TheoryData<ApiCall, string, ApiCall> Places() => new()
    {
        { Connect("$x", "S1", "0400"), "B", Connect("B", "S1", "0400") },
        { Connect("A", "$x", "0400"), "=0x600002", Connect("A", "=0x600002", "0400") },
        { Connect("A", "S1", "$x"), "0200", Connect("A", "S1", "0200") },
        { Map("$x"), "0200", Map("0200") },
        { Publish("$x", "B", "0600"), "=0x600002", Publish("=0x600002", "B", "0600") },
        { Publish("S1", "$x", "0600"), "=7", Publish("S1", "=7", "0600") },
        { Publish("S1", "B", "$x"), "0040", Publish("S1", "B", "0040") },
        { Republish("$x"), "0040", Republish("0040") },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Bind_WhereTheVariableStands_PutsTheValue(ApiCall call, string value, ApiCall bound) =>
        SweepBinding.Bind(call, "x", value).Should().Be(bound);

    [Theory]
    [MemberData(nameof(Places))]
    public void Bind_AnotherVariable_LeavesTheCall(ApiCall call, string value, ApiCall bound)
    {
        SweepBinding.Bind(call, "y", value).Should().Be(call);
        call.Should().NotBe(bound);
    }

    [Fact]
    public void Bind_ANullAccessList_StaysNull() =>
        SweepBinding.Bind(new ExportRepublish("exp", null), "x", "0600").Should().Be(new ExportRepublish("exp", null));

    [Fact]
    public void Bind_AValueOfAnotherForm_IsRefused()
    {
        Action bind = () => SweepBinding.Bind(Map("$x"), "x", "rw");

        bind.Should().Throw<FormatException>();
    }

    private static ImportConnect Connect(NodeRef node, SegmentRef segment, PermissionRef permission) =>
        new("ctl", node, segment, permission, "imp");

    private static ImportMap Map(PermissionRef permission) => new("imp", "map", MapAttribute.None, permission, 0, "1p");

    private static ExportPublish Publish(SegmentRef segment, NodeRef node, PermissionRef mode) =>
        new("exp", segment, [new AccessEntry(node, mode)]);

    private static ExportRepublish Republish(PermissionRef mode) => new("exp", [new AccessEntry("B", mode)]);
}
