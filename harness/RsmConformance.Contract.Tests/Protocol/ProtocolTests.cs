using System.Reflection;
using System.Text.Json;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests;

public sealed class ProtocolTests
{
    private static readonly Type[] ClosedSets =
        [typeof(ApiCall), typeof(StepAction), typeof(Fault), typeof(HarnessMessage), typeof(AgentMessage), typeof(TraceLine)];

    public static TheoryData<Type, Type> Kinds()
    {
        var data = new TheoryData<Type, Type>();
        foreach (Type set in ClosedSets)
        {
            foreach (Type kind in SampleMaker.KindsOf(set))
            {
                data.Add(set, kind);
            }
        }

        return data;
    }

    public static TheoryData<Type> Sets() => [.. ClosedSets];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhatWriteWrote_GivesAnEqualRecord(Type set, Type kind)
    {
        object sample = new SampleMaker().Make(kind);

        string line = Write(set, sample);

        Read(set, line).Should().Be(sample);
        line.Should().NotContain("\n", "a record is one line");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void ClosedSet_EveryKindOfItsAssembly_IsRegistered(Type set)
    {
        IEnumerable<Type> kinds = set.Assembly.GetTypes().Where(t => t.IsSubclassOf(set) && !t.IsAbstract);

        SampleMaker.KindsOf(set).Should().BeEquivalentTo(kinds);
    }

    [Theory]
    [InlineData(typeof(Case))]
    [InlineData(typeof(SessionSetup))]
    [InlineData(typeof(TraceEvent))]
    public void Read_ARecordOutsideTheSets_GivesAnEqualRecord(Type type)
    {
        object sample = new SampleMaker().Make(type);

        Read(type, Write(type, sample)).Should().Be(sample);
    }

    [Fact]
    public void Write_ACall_SaysItsCName()
    {
        string line = Protocol.Write<StepAction>(new StepAction.Call(new ImportDisconnect("imp")));

        line.Should().Be("""{"do":"call","api":{"fn":"rsm_memseg_import_disconnect","memseg":"imp"}}""");
    }

    [Fact]
    public void Write_AnErrorCode_UsesItsNameInC()
    {
        string line = Protocol.Write<StepAction>(
            new StepAction.FailGate(GateNames.ConnectEntry, "importer", RsmError.RSMERR_INSUFFICIENT_MEM));

        line.Should().Contain("\"RSMERR_INSUFFICIENT_MEM\"");
    }

    [Fact]
    public void Write_AnAccessEntry_UsesTheFieldNamesOfC()
    {
        ApiCall publish = new ExportPublish("exp", "S1", [new AccessEntry("B", "0660")]);

        Protocol.Write(publish).Should().Contain("""{"ae_node":"B","ae_permission":"0660"}""");
    }

    [Theory]
    [InlineData("""{"type":"close","surprise":1}""")]
    [InlineData("""{"type":"no-such-kind"}""")]
    [InlineData("""{"type":"hello","protocol":"one"}""")]
    [InlineData("null")]
    [InlineData("close")]
    [InlineData("")]
    public void Read_ALineThatIsNoSuchRecord_Throws(string line)
    {
        Action read = () => Protocol.Read<HarnessMessage>(line);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Read_ABadSymbol_SaysWhichForm()
    {
        Action read = () => Protocol.Read<ApiCall>("""{"fn":"rsm_memseg_import_disconnect","memseg":"9lives"}""");

        read.Should().Throw<JsonException>().WithMessage("*9lives*");
    }

    private static string Write(Type type, object value) =>
        (string)Method(nameof(Protocol.Write), type).Invoke(null, [value])!;

    private static object? Read(Type type, string line) => Method(nameof(Protocol.Read), type).Invoke(null, [line]);

    private static MethodInfo Method(string name, Type type) => typeof(Protocol).GetMethod(name)!.MakeGenericMethod(type);
}
