using System.Runtime.InteropServices;

// libc is the system's own: nothing is looked for in the directory of the program.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
