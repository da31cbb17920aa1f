using FsCheck;
using FsCheck.Fluent;
using RsmConformance.Abi;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>A memory image behaves like an array of bytes.</summary>
public sealed class MemoryImageTests
{
    private const int Size = 64;

    private static readonly Gen<Copy> Copies =
        from target in Gen.Choose(0, Size - 1)
        from length in Gen.Choose(0, Size - target)
        from source in Gen.Choose(0, Size - length)
        from seed in Gen.Choose(-1, 3)
        from self in Gen.Elements(true, false)
        select new Copy(target, length, source, seed, self);

    [Fact]
    public void Write_AnySequence_LeavesTheBytesOfAnArray() =>
        Prop.ForAll(Copies.ListOf().ToArbitrary(), copies =>
        {
            MemoryImage image = MemoryImage.Filled(Size, 1);
            byte?[] bytes = [.. Enumerable.Range(0, Size).Select(i => (byte?)DataPattern.ByteAt(1, i))];
            foreach (Copy copy in copies)
            {
                (image, byte?[] data) = Apply(image, bytes, copy);
                data.CopyTo(bytes, copy.Target);
            }

            return Agree(image, bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_SameBytesWrittenInPieces_IsTrue()
    {
        MemoryImage whole = MemoryImage.Filled(Size, 5);
        MemoryImage pieces = MemoryImage.Unknown(Size);
        foreach (int start in (int[])[32, 0, 16, 48])
        {
            pieces = pieces.Write(start, MemoryImage.Filled(16, 5, start));
        }

        pieces.Should().Be(whole);
        pieces.Runs.Should().HaveCount(1);
        pieces.GetHashCode().Should().Be(whole.GetHashCode());
    }

    [Fact]
    public void Equals_ZeroesFromDifferentPlaces_IsTrue() =>
        MemoryImage.Filled(8, 0, 100).Should().Be(MemoryImage.Filled(8, 0));

    [Fact]
    public void Hash_OneByteUnknown_IsNull()
    {
        MemoryImage image = MemoryImage.Filled(Size, 2).Write(8, MemoryImage.Unknown(1));

        image.Hash(0, Size).Should().BeNull();
        image.Hash(9, 8).Should().NotBeNull();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, Size + 1)]
    [InlineData(Size, 1)]
    [InlineData(0, -1)]
    public void Slice_NotInside_IsRefused(long offset, long length)
    {
        Action slice = () => MemoryImage.Filled(Size, 1).Slice(offset, length);

        slice.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static (MemoryImage Image, byte?[] Data) Apply(MemoryImage image, byte?[] bytes, Copy copy)
    {
        if (copy.Self)
        {
            MemoryImage part = image.Slice(copy.Source, copy.Length);
            return (image.Write(copy.Target, part), bytes[copy.Source..(copy.Source + copy.Length)]);
        }

        return copy.Seed < 0
            ? (image.Write(copy.Target, MemoryImage.Unknown(copy.Length)), new byte?[copy.Length])
            : (image.Write(copy.Target, MemoryImage.Filled(copy.Length, (uint)copy.Seed, copy.Source)),
                [.. Enumerable.Range(0, copy.Length).Select(i => (byte?)DataPattern.ByteAt((uint)copy.Seed, copy.Source + i))]);
    }

    private static bool Agree(MemoryImage image, byte?[] bytes)
    {
        for (int start = 0; start < Size; start += 7)
        {
            int length = Math.Min(16, Size - start);
            byte?[] part = bytes[start..(start + length)];
            string? expected = part.Contains(null) ? null : DataHash.Of([.. part.Select(b => b!.Value)]);
            if (image.Hash(start, length) != expected)
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Copy(int Target, int Length, int Source, int Seed, bool Self);
}
