namespace TwoDoors.Model.World;

/// <summary>The file calls a protocol may make, as one process on one host sees them. Before each of them
/// others may run, the process may be killed, or the host may lose power.</summary>
public interface IFileSystem : IFileData, INamespace, IFileAttributes
{
}
