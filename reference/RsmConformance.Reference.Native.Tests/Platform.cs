// The library is one for Linux.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
