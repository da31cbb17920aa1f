// What is soaked runs on Linux.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
