namespace RsmConformance.Reference.Native;

/// <summary>
/// Where shared pages come from: this process itself, or its node's daemon. Descriptors that it hands out belong to the caller.
/// Negative results are negated errno values. Thread-safe.
/// </summary>
internal interface IPageSource
{
    /// <summary>New pages, zeroed.</summary>
    /// <returns>A descriptor that may be written.</returns>
    long Allocate(long length, out int chunk);

    /// <summary>A descriptor of pages, good for loads only unless <paramref name="writes"/>.</summary>
    long Open(int chunk, bool writes);

    /// <summary>
    /// A descriptor of the life of the process that has made pages; <see cref="Posix.NoSuchProcess"/> when it is over,
    /// <see cref="Posix.Invalid"/> when nobody keeps it.
    /// </summary>
    long OpenLife(int chunk);

    /// <summary>This process needs the pages no more.</summary>
    void Forget(int chunk);
}
