using System.Text;

namespace RsmConformance.Reference.Native;

/// <summary>Strings of the caller, whose end nobody knows.</summary>
internal static class CallerText
{
    /// <summary>Reads to the terminator; a string of more than <paramref name="limit"/> bytes is cut there.</summary>
    /// <returns>False if the memory ends first.</returns>
    public static unsafe bool TryRead(nint address, int limit, out string? text)
    {
        text = null;
        byte[] bytes = new byte[limit];
        int page = PageStore.PageSize;
        for (int done = 0; done < limit;)
        {
            // Memory begins and ends with pages: within one, all can be read or nothing.
            int run = (int)Math.Min(limit - done, page - ((address + done) & (page - 1)));
            fixed (byte* to = &bytes[done])
            {
                if (Posix.Load(address + done, to, run) != run)
                {
                    return false;
                }
            }

            int end = Array.IndexOf(bytes, (byte)0, done, run);
            if (end >= 0)
            {
                text = Encoding.UTF8.GetString(bytes, 0, end);
                return true;
            }

            done += run;
        }

        text = Encoding.UTF8.GetString(bytes);
        return true;
    }
}
