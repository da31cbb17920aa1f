using FsCheck;
using FsCheck.Fluent;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests;

public sealed class TextFormTests
{
    private static readonly Gen<string> Symbols =
        from first in Gen.Elements("abcXYZ".ToCharArray())
        from rest in Gen.Elements("azAZ09-_".ToCharArray()).ArrayOf()
        select first + new string(rest);

    private static readonly Gen<uint> Numbers = Gen.Choose(int.MinValue, int.MaxValue).Select(n => unchecked((uint)n));

    private static readonly Gen<Extent> Extents =
        from pages in Gen.OneOf(Gen.Constant(0), Gen.Choose(-5, 5))
        from bytes in Gen.OneOf(Gen.Constant(0), Gen.Choose(-70000, 70000))
        select new Extent(pages, bytes);

    [Fact]
    public void Permission_ParseOfText_IsTheValue() => RoundTrips(Numbers.Select(n => new Permission(n)));

    [Fact]
    public void Extent_ParseOfText_IsTheValue() => RoundTrips(Extents);

    [Fact]
    public void HandleRef_ParseOfText_IsTheValue() => RoundTrips(Gen.OneOf(
        Gen.Elements(HandleRef.Null, HandleRef.Garbage),
        Symbols.Select(HandleRef.Stale),
        Symbols.Select(HandleRef.WrongKind),
        Symbols.Select(HandleRef.Parse)));

    [Fact]
    public void OutputRef_ParseOfText_IsTheValue() => RoundTrips(Gen.OneOf(
        Gen.Elements("null", "unwritable", "unmapped"), Symbols, Symbols.Select(s => "misaligned:" + s)).Select(OutputRef.Parse));

    [Fact]
    public void AddressRef_ParseOfText_IsTheValue() => RoundTrips(
        from name in Gen.OneOf(Gen.Elements("null", "unmapped", "read-only"), Symbols)
        from offset in Extents
        select AddressRef.Parse($"{name}@{offset}"));

    [Fact]
    public void NodeRef_ParseOfText_IsTheValue() => RoundTrips(Gen.OneOf(
        Symbols, Symbols.Select(s => "$" + s), Numbers.Select(n => $"={n}")).Select(NodeRef.Parse));

    [Fact]
    public void SegmentRef_ParseOfText_IsTheValue() => RoundTrips(Gen.OneOf(
        Gen.OneOf(Symbols, Symbols.Select(s => "$" + s), Symbols.Select(s => "auto:" + s)).Select(SegmentRef.Parse),
        Numbers.Select(SegmentRef.Of)));

    [Fact]
    public void SegmentRef_OfANumber_KeepsTheNumber() =>
        Prop.ForAll(Numbers.ToArbitrary(), n => SegmentRef.Parse(SegmentRef.Of(n).Text).Literal == n).QuickCheckThrowOnFailure();

    [Fact]
    public void PermissionRef_ParseOfText_IsTheValue() => RoundTrips(Gen.OneOf(
        Symbols.Select(s => "$" + s), Numbers.Select(n => new Permission(n).Text)).Select(PermissionRef.Parse));

    [Fact]
    public void StepId_ParseOfText_IsTheValue() => RoundTrips(Symbols.Select(StepId.Parse));

    [Fact]
    public void CaseId_ParseOfText_IsTheValue() => RoundTrips(
        from before in Gen.Elements("connect.error.bad-addr", "disconnect.success", "a")
        from after in Gen.Elements("null", "twice:2", "x.y-z")
        select CaseId.Parse($"{before}/{after}"));

    [Theory]
    [InlineData("")]
    [InlineData("08")]
    [InlineData("-600")]
    [InlineData("0x180")]
    [InlineData("777777777777")]
    public void Permission_ABadText_IsRefused(string text) => Refuses<Permission>(text);

    [Theory]
    [InlineData("")]
    [InlineData("p")]
    [InlineData("1p+")]
    [InlineData("1q")]
    [InlineData("1.5")]
    public void Extent_ABadText_IsRefused(string text) => Refuses<Extent>(text);

    [Theory]
    [InlineData("")]
    [InlineData("9a")]
    [InlineData("stale:")]
    [InlineData("other:imp")]
    [InlineData("a b")]
    public void HandleRef_ABadText_IsRefused(string text) => Refuses<HandleRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("misaligned:")]
    [InlineData("stale:imp")]
    public void OutputRef_ABadText_IsRefused(string text) => Refuses<OutputRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("@8")]
    [InlineData("buf@")]
    [InlineData("buf@x")]
    public void AddressRef_ABadText_IsRefused(string text) => Refuses<AddressRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=-1")]
    [InlineData("=4294967296")]
    [InlineData("$")]
    public void NodeRef_ABadText_IsRefused(string text) => Refuses<NodeRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("=5")]
    [InlineData("=0x")]
    [InlineData("=0x100000000")]
    [InlineData("auto:")]
    [InlineData("$")]
    public void SegmentRef_ABadText_IsRefused(string text) => Refuses<SegmentRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("rw")]
    public void PermissionRef_ABadText_IsRefused(string text) => Refuses<PermissionRef>(text);

    [Theory]
    [InlineData("")]
    [InlineData("connect")]
    [InlineData("/null")]
    [InlineData("connect/")]
    [InlineData("Connect/null")]
    public void CaseId_ABadText_IsRefused(string text) => Refuses<CaseId>(text);

    private static void RoundTrips<T>(Gen<T> values) where T : IText<T> =>
        Prop.ForAll(values.ToArbitrary(), value => T.Parse(value.Text).Equals(value)).QuickCheckThrowOnFailure();

    private static void Refuses<T>(string text) where T : IText<T>
    {
        Action parse = () => T.Parse(text);

        parse.Should().Throw<FormatException>();
    }
}
