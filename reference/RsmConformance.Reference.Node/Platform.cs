// Sockets that say who is at the other end, and modes of files, are there on Linux.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
