namespace RsmConformance.Reference.Native.Tests;

/// <summary>Who a program runs as; only root can choose.</summary>
internal sealed record TestUser(int Uid, int Gid)
{
    public static TestUser Owner { get; } = new(1001, 2001);

    public static TestUser OfTheGroup { get; } = new(1002, 2001);

    public static TestUser Other { get; } = new(1004, 2004);

    public static bool CanChoose => Environment.UserName == "root";
}
