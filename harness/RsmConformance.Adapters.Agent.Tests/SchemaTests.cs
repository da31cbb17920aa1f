using System.Text.Json;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>The published schemas say what the records say. <c>RSM_WRITE_SCHEMAS=1</c> writes them anew instead.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Schema_OfHarnessMessages_IsThePublishedOne() =>
        Check(JsonSchema.OfHarness, Protocol.SchemaOf<HarnessMessage>().ToJsonString(Indented));

    [Fact]
    public void Schema_OfAgentMessages_IsThePublishedOne() =>
        Check(JsonSchema.OfAgent, Protocol.SchemaOf<AgentMessage>().ToJsonString(Indented));

    private static void Check(JsonSchema published, string schema)
    {
        if (Environment.GetEnvironmentVariable("RSM_WRITE_SCHEMAS") == "1")
        {
            File.WriteAllText(published.Path, schema + "\n");
        }

        File.ReadAllText(published.Path).Should().Be(schema + "\n", "RSM_WRITE_SCHEMAS=1 and this test write the schema anew");
    }
}
