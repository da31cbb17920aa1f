using System.Reflection;
using System.Text.Json.Serialization;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>The published schemas accept what is really said, and refuse what is not.</summary>
public sealed class RealMessageTests
{
    [Fact]
    public void Schemas_MessagesOfEveryKindAndAction_AreAccepted()
    {
        RealMessages heard = RealMessages.Hear();

        Kinds(heard.FromHarness.Select(Protocol.Read<HarnessMessage>)).Should().BeEquivalentTo(Kinds<HarnessMessage>());
        Kinds(heard.FromAgent.Select(Protocol.Read<AgentMessage>)).Should().BeEquivalentTo(Kinds<AgentMessage>());
        IEnumerable<StepAction> actions = heard.FromHarness.Select(Protocol.Read<HarnessMessage>).OfType<HarnessMessage.Play>()
            .SelectMany(play => RequiredMeans.Flatten(play.Steps)).Select(step => step.Action);
        Kinds(actions).Should().BeEquivalentTo(Kinds<StepAction>());
        JsonSchema.OfHarness.Refused(heard.FromHarness).Should().BeEmpty();
        JsonSchema.OfAgent.Refused(heard.FromAgent).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"greet","protocol":1}""")]
    [InlineData("""{"type":"hello"}""")]
    [InlineData("""{"type":"hello","protocol":"1"}""")]
    [InlineData("""{"type":"close","now":true}""")]
    [InlineData("""{"type":"play","steps":[{"id":"a","thread":"main","part":"act","action":{"do":"sleep","ms":1}}]}""")]
    [InlineData("""{"type":"play","steps":[{"id":"a","thread":"main","part":"act","action":{"do":"exit","code":0},"after":"b"}]}""")]
    [InlineData("""{"type":"play","steps":[{"id":"a","thread":"main","part":"act","action":{"do":"exit","code":0},"after":[1]}]}""")]
    [InlineData("""{"type":"play","steps":[{"id":"a","thread":"main","part":"act"}]}""")]
    [InlineData("""{"type":"play","steps":[{"id":"a","thread":"main","part":"act","action":{"do":"call","api":{"fn":"rsm_memseg_import_connect"}}}]}""")]
    [InlineData("[]")]
    public void HarnessSchema_MessageThatIsWrong_IsRefused(string line) => JsonSchema.OfHarness.Refused([line]).Should().ContainSingle();

    [Theory]
    [InlineData("""{"type":"welcome","protocol":1,"iut":"x","iut_digest":"y","page_size":4096}""")]
    [InlineData("""{"type":"welcome","protocol":1,"iut":"x","iut_digest":"y","page_size":4096,"means":[1]}""")]
    [InlineData("""{"type":"event","what":{}}""")]
    [InlineData("""{"type":"event","what":{"run":"r","case":"c/d","step":"s","iteration":0,"seq":0,"event":"return","node":"A","process":"p","thread":"main","clock":"c","time_ns":1,"outputs":[{"name":"memseg"}]}}""")]
    [InlineData("""{"type":"event","what":{"run":"r","case":"c/d","step":"s","iteration":0,"seq":0,"event":"guessed","node":"A","process":"p","thread":"main","clock":"c","time_ns":1}}""")]
    [InlineData("""{"type":"failed"}""")]
    public void AgentSchema_MessageThatIsWrong_IsRefused(string line) => JsonSchema.OfAgent.Refused([line]).Should().ContainSingle();

    private static IEnumerable<string> Kinds<T>(IEnumerable<T> records)
        where T : notnull => records.Select(r => r.GetType().Name).Distinct();

    private static IEnumerable<string> Kinds<T>() =>
        typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(a => a.DerivedType.Name);
}
